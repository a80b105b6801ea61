-- Whether a message may have reached its partner: a declaration that may have is not lodged on paper.
ALTER TABLE exchange_message
  MODIFY COLUMN state VARCHAR(12) NOT NULL
    COMMENT 'OUT: READY SENDING SENT PARKED DISCARDED WITHDRAWN; IN: RECEIVED REFUSED DISCARDED',
  ADD COLUMN left_at DATETIME(3) NULL
    COMMENT 'last time its bytes were handed to the line; NULL: they certainly never left us';

-- Of what was tried before this was kept, nobody can say that it never left; what was never written did not.
UPDATE exchange_message SET left_at = COALESCE(done_at, created_at)
WHERE direction = 'OUT' AND state IN ('READY', 'SENDING', 'PARKED', 'DISCARDED')
  AND (state <> 'READY' OR attempts > 0 OR problem IS NOT NULL) AND message_key NOT LIKE 'unwritten-%';

-- What a partner said by telephone when asked whether it has a message.
CREATE TABLE exchange_inquiry (
  id         CHAR(36)     NOT NULL PRIMARY KEY,
  message_id CHAR(36)     NOT NULL,
  said       VARCHAR(8)   NOT NULL COMMENT 'ABSENT: the partner does not have it; HELD: it does',
  said_at    DATETIME(3)  NOT NULL COMMENT 'holds until the bytes are handed to the line again',
  who        VARCHAR(60)  NOT NULL COMMENT 'the clerk who asked',
  note       VARCHAR(250) NULL     COMMENT 'who answered there',
  KEY inquiry_message (message_id, said_at)
) ENGINE=InnoDB;

-- All that we owe partners and have not sent, and whether it may have left us all the same.
CREATE VIEW exchange_queue AS
SELECT l.partner, l.operation, l.letter_key, l.about, l.created_at, NULL AS message_id, 'QUEUED' AS state,
       NULL AS lease_until, NULL AS problem, 'HERE' AS standing
FROM exchange_letter l
WHERE l.message_id IS NULL AND l.withdrawn_at IS NULL
UNION ALL
SELECT l.partner, l.operation, l.letter_key, l.about, l.created_at, m.id, m.state, m.lease_until, m.problem,
       CASE WHEN m.state <> 'SENDING' AND m.left_at IS NULL THEN 'HERE'
            ELSE COALESCE((SELECT i.said FROM exchange_inquiry i
                           WHERE i.message_id = m.id AND i.said_at > COALESCE(m.left_at, m.created_at)
                           ORDER BY i.said_at DESC, i.id DESC LIMIT 1), 'UNSURE') END
FROM exchange_message m
JOIN exchange_letter l ON l.partner = m.partner AND l.operation = m.operation AND l.message_id = m.id
WHERE m.direction = 'OUT' AND m.state IN ('READY', 'SENDING', 'PARKED', 'DISCARDED')
  AND l.withdrawn_at IS NULL;

ALTER TABLE import_declaration
  ADD COLUMN paper_reference VARCHAR(40) NULL COMMENT 'ours, printed on it; not NULL: lodged on paper, never electronically',
  ADD UNIQUE KEY import_declaration_paper (paper_reference);

-- A declaration that a clerk took out of the queue while customs' system was down.
CREATE TABLE import_paper (
  lrn             VARCHAR(22)   NOT NULL PRIMARY KEY,
  order_number    CHAR(12)      NOT NULL,
  reference       VARCHAR(40)   NOT NULL,
  chosen_at       DATETIME(3)   NOT NULL COMMENT 'since then it can never be sent electronically',
  chosen_by       VARCHAR(60)   NOT NULL,
  office          VARCHAR(70)   NULL COMMENT 'where it was lodged',
  lodged_at       DATETIME(3)   NULL COMMENT 'as stamped; its day chooses the law',
  stamped_number  VARCHAR(40)   NULL COMMENT 'the number that the office gave it, an MRN or another',
  decision        VARCHAR(12)   NULL COMMENT 'RELEASED SELECTED NOT_RELEASED REFUSED GIVE_UP',
  decided_at      DATETIME(3)   NULL,
  decided_by      VARCHAR(60)   NULL COMMENT 'the clerk who put it on record',
  note            VARCHAR(1000) NULL,
  contradicted_at DATETIME(3)   NULL COMMENT 'customs answered electronically all the same',
  contradiction   VARCHAR(1000) NULL,
  KEY import_paper_order (order_number),
  KEY import_paper_chosen (chosen_at),
  KEY import_paper_contradicted (contradicted_at)
) ENGINE=InnoDB;
