alter table work_item add column team varchar(100);
