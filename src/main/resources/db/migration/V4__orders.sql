CREATE TABLE orders (
  number                  CHAR(12)       NOT NULL PRIMARY KEY COMMENT 'also the house air waybill number',
  seller_id               VARCHAR(40)    NOT NULL,
  reference               VARCHAR(60)    NOT NULL,
  content_hash            CHAR(64)       NOT NULL COMMENT 'tells a repeated order from another one under the same reference',
  placed_at               DATETIME(3)    NOT NULL,
  accepted_at             DATETIME(3)    NOT NULL,
  vat_scheme              VARCHAR(20)    NOT NULL,
  ioss_number             VARCHAR(20)    NULL,
  incoterm                CHAR(3)        NOT NULL,
  sale_kind               VARCHAR(10)    NOT NULL,
  currency                CHAR(3)        NOT NULL,
  transport_cost          DECIMAL(14,2)  NOT NULL,
  insurance_cost          DECIMAL(14,2)  NOT NULL,
  consignor_name          VARCHAR(140)   NOT NULL,
  consignor_street        VARCHAR(140)   NOT NULL,
  consignor_city          VARCHAR(70)    NOT NULL,
  consignor_postcode      VARCHAR(17)    NOT NULL,
  consignor_country       CHAR(2)        NOT NULL,
  consignor_registration  VARCHAR(35)    NULL,
  consignor_email         VARCHAR(254)   NULL,
  consignor_phone         VARCHAR(35)    NULL,
  consignee_name          VARCHAR(140)   NOT NULL,
  consignee_street        VARCHAR(140)   NOT NULL,
  consignee_city          VARCHAR(70)    NOT NULL,
  consignee_postcode      VARCHAR(17)    NOT NULL,
  consignee_country       CHAR(2)        NOT NULL,
  consignee_registration  VARCHAR(35)    NULL,
  consignee_email         VARCHAR(254)   NULL,
  consignee_phone         VARCHAR(35)    NULL,
  responsible_name        VARCHAR(140)   NULL,
  responsible_street      VARCHAR(140)   NULL,
  responsible_city        VARCHAR(70)    NULL,
  responsible_postcode    VARCHAR(17)    NULL,
  responsible_country     CHAR(2)        NULL,
  responsible_registration VARCHAR(35)   NULL,
  responsible_email       VARCHAR(254)   NULL,
  responsible_phone       VARCHAR(35)    NULL,
  delivery_service        VARCHAR(14)    NOT NULL,
  delivery_pickup_point   VARCHAR(40)    NULL,
  delivery_carrier        VARCHAR(20)    NULL,
  lane                    CHAR(5)        NOT NULL COMMENT 'CN-BE',
  stage                   VARCHAR(20)    NOT NULL,
  status                  VARCHAR(20)    NOT NULL,
  started                 BOOLEAN        NOT NULL DEFAULT FALSE COMMENT 'its fulfilment runs',
  ended_at                DATETIME(3)    NULL,
  UNIQUE KEY orders_reference (seller_id, reference),
  KEY orders_to_start (started, accepted_at),
  KEY orders_of_seller (seller_id, placed_at, number),
  KEY orders_stage (stage, status)
) ENGINE=InnoDB;

CREATE TABLE order_line (
  order_number             CHAR(12)      NOT NULL,
  position                 INT           NOT NULL,
  sku                      VARCHAR(60)   NULL,
  description              VARCHAR(512)  NOT NULL,
  hs_code                  VARCHAR(10)   NOT NULL,
  origin_country           CHAR(2)       NOT NULL,
  quantity                 INT           NOT NULL,
  unit_price               DECIMAL(14,2) NOT NULL,
  net_weight_kg            DECIMAL(10,3) NOT NULL,
  gtin                     VARCHAR(14)   NULL,
  manufacturer_part_number VARCHAR(60)   NULL,
  dangerous_goods          VARCHAR(30)   NULL,
  PRIMARY KEY (order_number, position),
  CONSTRAINT order_line_order FOREIGN KEY (order_number) REFERENCES orders (number)
) ENGINE=InnoDB;

CREATE TABLE order_parcel (
  order_number    CHAR(12)      NOT NULL,
  position        INT           NOT NULL,
  number          CHAR(14)      NOT NULL COMMENT 'order number and two digits',
  gross_weight_kg DECIMAL(10,3) NOT NULL,
  length_cm       INT           NOT NULL,
  width_cm        INT           NOT NULL,
  height_cm       INT           NOT NULL,
  PRIMARY KEY (order_number, position),
  UNIQUE KEY order_parcel_number (number),
  CONSTRAINT order_parcel_order FOREIGN KEY (order_number) REFERENCES orders (number)
) ENGINE=InnoDB;

-- A file of orders, taken apart into rows while it comes in and worked off in the background.
CREATE TABLE order_import (
  id              CHAR(36)    NOT NULL PRIMARY KEY,
  seller_id       VARCHAR(40) NOT NULL,
  state           VARCHAR(10) NOT NULL COMMENT 'RECEIVING READY DONE',
  row_count       INT         NOT NULL DEFAULT 0,
  order_count     INT         NOT NULL DEFAULT 0 COMMENT 'references in the file',
  next_order      INT         NOT NULL DEFAULT 0 COMMENT 'all before it are done',
  accepted        INT         NOT NULL DEFAULT 0,
  repeated        INT         NOT NULL DEFAULT 0 COMMENT 'known to us with the same content',
  refused         INT         NOT NULL DEFAULT 0,
  refused_rows    INT         NOT NULL DEFAULT 0,
  received_at     DATETIME(3) NOT NULL,
  done_at         DATETIME(3) NULL,
  KEY order_import_work (state, next_order, received_at)
) ENGINE=InnoDB;

-- Gone once its order is taken or refused.
CREATE TABLE order_import_row (
  import_id CHAR(36)      NOT NULL,
  order_no  INT           NOT NULL COMMENT 'counts the references as they first appear',
  row_no    INT           NOT NULL COMMENT 'as a spreadsheet counts, the header being row 1',
  reference VARCHAR(255)  NOT NULL,
  content   LONGTEXT      NULL COMMENT 'JSON: column and text of every cell that is not empty',
  problem   VARCHAR(250)  NULL COMMENT 'why the row has no content',
  PRIMARY KEY (import_id, order_no, row_no)
) ENGINE=InnoDB;

CREATE TABLE order_import_refusal (
  import_id   CHAR(36)     NOT NULL,
  row_no      INT          NOT NULL,
  reference   VARCHAR(255) NOT NULL,
  errors      LONGTEXT     NOT NULL COMMENT 'JSON: column, code and message, the gravest first',
  PRIMARY KEY (import_id, row_no)
) ENGINE=InnoDB;
