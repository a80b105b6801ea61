-- What a clerk may look for in a task, in small letters: read with the task's row, it need not be looked up in each order's lines.
ALTER TABLE flow_task
  ADD COLUMN words TEXT NOT NULL DEFAULT '' COMMENT 'number, name, reason and the goods as they were when the task began; in small letters';

UPDATE flow_task t
   SET words = LOWER(CONCAT_WS(' ', business_key, name, reason,
         (SELECT LEFT(GROUP_CONCAT(l.description ORDER BY l.position SEPARATOR ' '), 8000) FROM order_line l
           WHERE l.order_number = t.business_key)));
