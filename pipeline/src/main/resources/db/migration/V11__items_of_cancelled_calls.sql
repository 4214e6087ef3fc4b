-- Whether the call ended in a cancellation; null until the call is indexed or tagged again.
alter table work_item add column call_cancelled boolean;
