-- An import of orders asks for each of them which items are about it.
create index work_item_by_order on work_item (order_number);
