-- A node says of each partner how its circuit stands, how many calls run and how many it makes: bpost=OPEN:3:12.5
ALTER TABLE exchange_node CHANGE circuits partners VARCHAR(1000) NOT NULL COMMENT 'as this node sees them: circuit, calls that run, calls a second';
