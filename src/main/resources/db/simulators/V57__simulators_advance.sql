-- Declarations that the simulated Belgian office was sent before their goods were there.
CREATE TABLE simulator_declaration (
  lrn      VARCHAR(22) NOT NULL PRIMARY KEY,
  lot      VARCHAR(20) NOT NULL COMMENT 'the case that stands in the goods'' description; empty: an ordinary one',
  item     INT         NULL COMMENT 'number of the goods item it stands in',
  currency CHAR(3)     NULL COMMENT 'of that item''s value'
) ENGINE=InnoDB;
