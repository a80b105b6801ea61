-- A declaration may be lodged before its goods are presented; it takes effect when they are.
ALTER TABLE import_declaration
  ADD COLUMN registered_at DATETIME(3) NULL COMMENT 'customs found it in order in advance',
  ADD COLUMN presented_at DATETIME(3) NULL COMMENT 'NULL: lodged in advance, the goods are not there yet',
  DROP KEY import_declaration_flight,
  ADD KEY import_declaration_flight
    (consignment_number, in_force, state, cause, order_number, state_at, registered_at);

UPDATE import_declaration SET presented_at = declared_at;
