-- Which order a call is about, so that a call is indexed again when its order is told later, or told otherwise.
create table call_order (
    call_id      char(16) not null primary key,
    order_spoken varchar(64),                  -- letters and digits that were heard
    phone        varchar(20),                  -- the caller's, E.164
    order_number varchar(64)                   -- of an order that is known
);

create index call_order_by_number on call_order (order_number);
create index call_order_by_phone on call_order (phone);
create index call_order_by_spoken on call_order (order_spoken);
