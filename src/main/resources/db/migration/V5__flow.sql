-- Where processes stand and wait for somebody outside; the execution id lets an answer reach them without a search.
CREATE TABLE flow_wait (
  execution_id  VARCHAR(64) NOT NULL PRIMARY KEY,
  business_key  VARCHAR(40) NOT NULL COMMENT 'order or consignment number',
  process       VARCHAR(40) NOT NULL,
  activity      VARCHAR(60) NOT NULL,
  definition_id VARCHAR(64) NOT NULL,
  since         DATETIME(3) NOT NULL,
  due_at        DATETIME(3) NOT NULL COMMENT 'since plus what the model grants',
  KEY flow_wait_key (business_key, process, activity),
  KEY flow_wait_due (due_at),
  KEY flow_wait_place (process, activity, due_at)
) ENGINE=InnoDB;

-- What a person has to do; the desk's list reads this table and never the engine's.
CREATE TABLE flow_task (
  task_id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  business_key  VARCHAR(40)  NOT NULL,
  process       VARCHAR(40)  NOT NULL,
  activity      VARCHAR(60)  NOT NULL,
  definition_id VARCHAR(64)  NOT NULL,
  name          VARCHAR(120) NOT NULL,
  form          VARCHAR(60)  NOT NULL,
  desk          VARCHAR(40)  NOT NULL,
  reason        VARCHAR(250) NOT NULL,
  urgency       INT          NOT NULL,
  since         DATETIME(3)  NOT NULL,
  due_at        DATETIME(3)  NOT NULL,
  clerk         VARCHAR(40)  NULL COMMENT 'who claimed it',
  overtaken_by  VARCHAR(60)  NULL COMMENT 'the wait whose answer makes the task needless',
  KEY flow_task_key (business_key),
  KEY flow_task_desk (desk, urgency DESC, due_at),
  KEY flow_task_clerk (clerk, urgency DESC, due_at),
  KEY flow_task_place (process, activity)
) ENGINE=InnoDB;

-- Answers whose wait has not begun yet, or that are given batch by batch.
CREATE TABLE flow_answer (
  id           CHAR(36)    NOT NULL PRIMARY KEY,
  telling      CHAR(36)    NOT NULL COMMENT 'one piece of news; given once, whichever wait takes it',
  business_key VARCHAR(40) NOT NULL,
  process      VARCHAR(40) NOT NULL,
  activity     VARCHAR(60) NOT NULL,
  answer       VARCHAR(40) NOT NULL,
  created_at   DATETIME(3) NOT NULL,
  KEY flow_answer_telling (telling),
  KEY flow_answer_wait (business_key, process, activity),
  KEY flow_answer_age (created_at)
) ENGINE=InnoDB;

-- One row for all that the engine did for a key in one transaction.
CREATE TABLE flow_journal (
  id           CHAR(36)      NOT NULL PRIMARY KEY,
  business_key VARCHAR(40)   NOT NULL,
  at           DATETIME(3)   NOT NULL,
  path         VARCHAR(4000) NOT NULL COMMENT 'process:activity, passed in this order, separated by blanks',
  who          VARCHAR(40)   NULL COMMENT 'the clerk, if a person moved it',
  KEY flow_journal_key (business_key, at)
) ENGINE=InnoDB;

-- What could not be done and stands alone until somebody looks.
CREATE TABLE flow_incident (
  id           CHAR(36)      NOT NULL PRIMARY KEY,
  business_key VARCHAR(40)   NOT NULL,
  kind         VARCHAR(12)   NOT NULL COMMENT 'START or ANSWER',
  process      VARCHAR(40)   NOT NULL,
  activity     VARCHAR(60)   NULL,
  answer       VARCHAR(40)   NULL,
  problem      VARCHAR(2000) NOT NULL,
  attempts     INT           NOT NULL DEFAULT 1,
  created_at   DATETIME(3)   NOT NULL,
  UNIQUE KEY flow_incident_of (business_key, kind, process, activity)
) ENGINE=InnoDB;

-- The last thing said about a file of processes/ that was not deployed.
CREATE TABLE flow_refusal (
  file       VARCHAR(120)  NOT NULL,
  position   INT           NOT NULL,
  element    VARCHAR(120)  NULL,
  reason     VARCHAR(1000) NOT NULL,
  refused_at DATETIME(3)   NOT NULL,
  PRIMARY KEY (file, position)
) ENGINE=InnoDB;
