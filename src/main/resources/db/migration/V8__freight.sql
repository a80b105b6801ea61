-- Air freight: what flies, under which master air waybill, and what the airline and the security filing say about it.
CREATE SEQUENCE air_consignment_number START WITH 1 INCREMENT BY 1 CACHE 100;

CREATE TABLE air_consignment (
  number               VARCHAR(12)   NOT NULL PRIMARY KEY,
  route                CHAR(5)       NOT NULL COMMENT 'the lane flown, CN-BE',
  cargo_aircraft_only  BOOLEAN       NOT NULL,
  open_slot            VARCHAR(10)   NULL COMMENT 'route and kind of aircraft while orders may join: one open consignment each',
  schedule_id          INT           NOT NULL,
  state                VARCHAR(12)   NOT NULL COMMENT 'OPEN CUT_OFF CLOSED FILED CLEARED HANDED_OVER EMPTY PRESENTED',
  opened_at            DATETIME(3)   NOT NULL,
  cut_off_at           DATETIME(3)   NOT NULL,
  quiet_ms             INT           NOT NULL COMMENT 'closes only when nothing joined for so long; 0: by the clock alone',
  airline              CHAR(2)       NOT NULL,
  awb                  CHAR(12)      NULL,
  flight               VARCHAR(8)    NOT NULL,
  flight_date          DATE          NOT NULL COMMENT 'of the scheduled departure, local to the origin',
  origin               CHAR(3)       NOT NULL,
  destination          CHAR(3)       NOT NULL,
  attempt              INT           NOT NULL DEFAULT 0 COMMENT 'how often it was handed to the airline',
  houses               INT           NOT NULL DEFAULT 0,
  pieces               INT           NOT NULL DEFAULT 0,
  weight_kg            DECIMAL(12,1) NOT NULL DEFAULT 0,
  told_booked          INT           NOT NULL DEFAULT 0 COMMENT 'the attempt for which this became known, 0: never',
  told_rejected        INT           NOT NULL DEFAULT 0,
  told_offloaded       INT           NOT NULL DEFAULT 0,
  told_departed        BOOLEAN       NOT NULL DEFAULT FALSE,
  told_landed          BOOLEAN       NOT NULL DEFAULT FALSE,
  told_broken_down     BOOLEAN       NOT NULL DEFAULT FALSE,
  UNIQUE KEY air_consignment_open (open_slot),
  KEY air_consignment_awb (awb, opened_at) COMMENT 'not unique: an airline uses a number again after some time',
  KEY air_consignment_state (state, cut_off_at)
) ENGINE=InnoDB;

CREATE TABLE freight_house (
  order_number        CHAR(12)      NOT NULL PRIMARY KEY COMMENT 'also the house air waybill number',
  consignment_number  VARCHAR(12)   NOT NULL,
  joined_at           DATETIME(3)   NOT NULL,
  pieces              INT           NOT NULL,
  weight_kg           DECIMAL(10,3) NOT NULL,
  goods               VARCHAR(2000) NOT NULL,
  hs_codes            VARCHAR(500)  NOT NULL COMMENT 'six digits each, separated by blanks',
  consignor_name      VARCHAR(140)  NOT NULL,
  consignor_street    VARCHAR(140)  NOT NULL,
  consignor_city      VARCHAR(70)   NOT NULL,
  consignor_postcode  VARCHAR(17)   NOT NULL,
  consignor_country   CHAR(2)       NOT NULL,
  consignee_name      VARCHAR(140)  NOT NULL,
  consignee_street    VARCHAR(140)  NOT NULL,
  consignee_city      VARCHAR(70)   NOT NULL,
  consignee_postcode  VARCHAR(17)   NOT NULL,
  consignee_country   CHAR(2)       NOT NULL,
  state               VARCHAR(12)   NOT NULL COMMENT 'ABOARD PULLED NOT_LOADED MISSING LOST PRESENTED',
  reported_missing    BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'the airline named it in a discrepancy',
  security            VARCHAR(12)   NOT NULL COMMENT 'NONE FILED REGISTERED ASKED ANSWERED ASSESSED DO_NOT_LOAD REFUSED',
  security_open       BOOLEAN       NOT NULL DEFAULT TRUE COMMENT 'aboard and not assessed yet',
  filings             INT           NOT NULL DEFAULT 0,
  lrn                 VARCHAR(22)   NULL,
  mrn                 CHAR(18)      NULL,
  question            VARCHAR(1000) NULL COMMENT 'what the authority wants to know',
  answers             INT           NOT NULL DEFAULT 0,
  UNIQUE KEY freight_house_lrn (lrn),
  KEY freight_house_mrn (mrn),
  KEY freight_house_open (consignment_number, security_open),
  KEY freight_house_state (consignment_number, state),
  KEY freight_house_joined (consignment_number, joined_at),
  CONSTRAINT freight_house_consignment FOREIGN KEY (consignment_number) REFERENCES air_consignment (number)
) ENGINE=InnoDB;

-- Each hand-over to the airline names a flight; a discrepancy belongs to the one it happened to.
CREATE TABLE air_booking (
  consignment_number  VARCHAR(12) NOT NULL,
  attempt             INT         NOT NULL,
  flight              VARCHAR(8)  NOT NULL,
  flight_date         DATE        NOT NULL,
  PRIMARY KEY (consignment_number, attempt)
) ENGINE=InnoDB;

-- Every status line of the airline, once; all that is known of a flight is derived from the set of them.
CREATE TABLE air_status (
  consignment_number  VARCHAR(12)   NOT NULL,
  line_key            CHAR(64)      NOT NULL,
  code                VARCHAR(10)   NOT NULL,
  flight              VARCHAR(8)    NULL,
  flight_date         DATE          NULL,
  happened_at         DATETIME(3)   NOT NULL,
  station             CHAR(3)       NULL,
  extent              CHAR(1)       NULL COMMENT 'T total, P part, S split, D divided',
  pieces              INT           NULL,
  weight_kg           DECIMAL(12,3) NULL,
  discrepancy         CHAR(4)       NULL,
  houses              TEXT          NOT NULL COMMENT 'named in OCI lines, separated by blanks',
  raw                 TEXT          NOT NULL,
  received_at         DATETIME(3)   NOT NULL,
  PRIMARY KEY (consignment_number, line_key)
) ENGINE=InnoDB;

CREATE TABLE air_milestone (
  consignment_number  VARCHAR(12) NOT NULL,
  code                VARCHAR(20) NOT NULL,
  happened_at         DATETIME(3) NOT NULL,
  place               VARCHAR(10) NULL,
  PRIMARY KEY (consignment_number, code)
) ENGINE=InnoDB;

-- Configuration, dated. Mark F: found in a public source; U: unverified; D: the demonstration's own invention.
CREATE TABLE air_schedule (
  id                    INT           NOT NULL PRIMARY KEY AUTO_INCREMENT,
  route                 CHAR(5)       NOT NULL,
  cargo_aircraft_only   BOOLEAN       NOT NULL,
  airline               CHAR(2)       NOT NULL,
  awb_prefix            CHAR(3)       NOT NULL,
  flight                VARCHAR(8)    NOT NULL,
  origin                CHAR(3)       NOT NULL,
  destination           CHAR(3)       NOT NULL,
  departs               TIME          NOT NULL COMMENT 'every day, local to the origin',
  cut_off_minutes       INT           NOT NULL COMMENT 'before departure',
  entry_summary         BOOLEAN       NOT NULL COMMENT 'an ICS2 filing is due before loading',
  rate_per_kg           DECIMAL(10,2) NOT NULL,
  currency              CHAR(3)       NOT NULL,
  valid_from            DATE          NOT NULL,
  valid_to              DATE          NULL,
  mark                  CHAR(1)       NOT NULL,
  KEY air_schedule_route (route, cargo_aircraft_only, valid_from)
) ENGINE=InnoDB;

INSERT INTO air_schedule (route, cargo_aircraft_only, airline, awb_prefix, flight, origin, destination, departs,
  cut_off_minutes, entry_summary, rate_per_kg, currency, valid_from, valid_to, mark) VALUES
  ('CN-BE', FALSE, '3V', '756', '3V0901', 'HGH', 'LGG', '22:30:00', 240, TRUE,  4.20, 'EUR', '2026-01-01', NULL, 'D'),
  ('CN-BE', TRUE,  '3V', '756', '3V0903', 'HGH', 'LGG', '23:55:00', 300, TRUE,  4.60, 'EUR', '2026-01-01', NULL, 'D'),
  ('BE-CN', FALSE, '3V', '756', '3V0902', 'LGG', 'HGH', '13:10:00', 240, FALSE, 1.90, 'EUR', '2026-01-01', NULL, 'D'),
  ('BE-CN', TRUE,  '3V', '756', '3V0904', 'LGG', 'HGH', '14:40:00', 300, FALSE, 2.10, 'EUR', '2026-01-01', NULL, 'D');

-- Lanes that another route flies: Liege is the hub, the rest goes by road.
CREATE TABLE air_route_of_lane (
  lane        CHAR(5) NOT NULL,
  route       CHAR(5) NOT NULL,
  valid_from  DATE    NOT NULL,
  valid_to    DATE    NULL,
  mark        CHAR(1) NOT NULL,
  PRIMARY KEY (lane, valid_from)
) ENGINE=InnoDB;

INSERT INTO air_route_of_lane (lane, route, valid_from, valid_to, mark) VALUES
  ('CN-NL', 'CN-BE', '2026-01-01', NULL, 'D'), ('CN-LU', 'CN-BE', '2026-01-01', NULL, 'D'),
  ('CN-DE', 'CN-BE', '2026-01-01', NULL, 'D'), ('CN-FR', 'CN-BE', '2026-01-01', NULL, 'D');

-- Ranges of numbers the airline gave us, without the check digit.
CREATE TABLE air_waybill_stock (
  id          INT     NOT NULL PRIMARY KEY AUTO_INCREMENT,
  awb_prefix  CHAR(3) NOT NULL,
  first_root  INT     NOT NULL,
  last_root   INT     NOT NULL,
  next_root   INT     NOT NULL,
  valid_from  DATE    NOT NULL,
  valid_to    DATE    NULL,
  mark        CHAR(1) NOT NULL,
  KEY air_waybill_stock_prefix (awb_prefix, valid_from)
) ENGINE=InnoDB;

INSERT INTO air_waybill_stock (awb_prefix, first_root, last_root, next_root, valid_from, valid_to, mark) VALUES
  ('756', 4100000, 4999999, 4100000, '2026-01-01', NULL, 'D');

CREATE TABLE air_station (
  code  CHAR(3)     NOT NULL PRIMARY KEY,
  name  VARCHAR(70) NOT NULL,
  zone  VARCHAR(40) NOT NULL,
  mark  CHAR(1)     NOT NULL
) ENGINE=InnoDB;

INSERT INTO air_station (code, name, zone, mark) VALUES
  ('LGG', 'Liege', 'Europe/Brussels', 'U'), ('BRU', 'Brussels', 'Europe/Brussels', 'U'), ('OST', 'Ostend', 'Europe/Brussels', 'U'),
  ('LUX', 'Luxembourg', 'Europe/Luxembourg', 'U'), ('AMS', 'Amsterdam', 'Europe/Amsterdam', 'U'),
  ('MST', 'Maastricht', 'Europe/Amsterdam', 'U'), ('FRA', 'Frankfurt', 'Europe/Berlin', 'U'), ('CGN', 'Cologne', 'Europe/Berlin', 'U'),
  ('CDG', 'Paris', 'Europe/Paris', 'U'), ('HGH', 'Hangzhou', 'Asia/Shanghai', 'U'), ('PVG', 'Shanghai', 'Asia/Shanghai', 'U'),
  ('CAN', 'Guangzhou', 'Asia/Shanghai', 'U'), ('SZX', 'Shenzhen', 'Asia/Shanghai', 'U'), ('CGO', 'Zhengzhou', 'Asia/Shanghai', 'U'),
  ('EHU', 'Ezhou', 'Asia/Shanghai', 'U'), ('NGB', 'Ningbo', 'Asia/Shanghai', 'U'), ('HKG', 'Hong Kong', 'Asia/Hong_Kong', 'U'),
  ('DOH', 'Doha', 'Asia/Qatar', 'U'), ('DXB', 'Dubai', 'Asia/Dubai', 'U'), ('IST', 'Istanbul', 'Europe/Istanbul', 'U'),
  ('ADD', 'Addis Ababa', 'Africa/Addis_Ababa', 'U'), ('ALA', 'Almaty', 'Asia/Almaty', 'U');

-- Our own offices: shipper and consignee of the master air waybill, declarant of the filing.
CREATE TABLE air_office (
  station   CHAR(3)     NOT NULL PRIMARY KEY,
  name      VARCHAR(35) NOT NULL,
  street    VARCHAR(35) NOT NULL,
  place     VARCHAR(17) NOT NULL,
  postcode  VARCHAR(9)  NOT NULL,
  country   CHAR(2)     NOT NULL,
  phone     VARCHAR(25) NOT NULL,
  eori      VARCHAR(17) NOT NULL,
  teletype  CHAR(7)     NOT NULL COMMENT 'address for airline messages',
  mark      CHAR(1)     NOT NULL
) ENGINE=InnoDB;

INSERT INTO air_office (station, name, street, place, postcode, country, phone, eori, teletype, mark) VALUES
  ('LGG', 'PERRON LIEGE HUB', 'RUE DE L AEROPORT 1', 'GRACE-HOLLOGNE', '4460', 'BE', '3242000000', 'BE0400000086', 'LGGPRXH', 'D'),
  ('HGH', 'PERRON HANGZHOU', 'AIRPORT ROAD 1', 'HANGZHOU', '311207', 'CN', '8657180000000', 'BE0400000086', 'HGHPRXH', 'D');

-- Packing instructions whose goods may not fly with passengers (IATA dangerous goods rules).
CREATE TABLE cargo_aircraft_instruction (
  instruction  VARCHAR(10)  NOT NULL,
  goods        VARCHAR(100) NOT NULL,
  valid_from   DATE         NOT NULL,
  valid_to     DATE         NULL,
  mark         CHAR(1)      NOT NULL,
  PRIMARY KEY (instruction, valid_from)
) ENGINE=InnoDB;

INSERT INTO cargo_aircraft_instruction (instruction, goods, valid_from, valid_to, mark) VALUES
  ('PI965', 'lithium ion batteries alone (UN3480)', '2016-04-01', NULL, 'F'),
  ('PI968', 'lithium metal batteries alone (UN3090)', '2015-01-01', NULL, 'U');
