-- Beside its waybill list, customs are told that a flight departed.
ALTER TABLE export_waybill_list
  ADD message CHAR(6) NOT NULL DEFAULT 'CEB607' COMMENT 'CEB607 which houses fly, CEB509 they departed' AFTER consignment_number,
  DROP KEY export_waybill_list_revision,
  ADD UNIQUE KEY export_waybill_list_revision (consignment_number, message, revision);
