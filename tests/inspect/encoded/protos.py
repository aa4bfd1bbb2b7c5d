"""Protobuf as Google's own library writes it, for ours to read: one schema, as text for ours and as descriptors for theirs."""

from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, duration_pb2, message_factory, struct_pb2, timestamp_pb2, wrappers_pb2

from streams.inspect.encoded import proto

SHOP = """
syntax = "proto3";
package shop;
import "google/protobuf/timestamp.proto";
import "google/protobuf/duration.proto";
import "google/protobuf/wrappers.proto"; import "google/protobuf/struct.proto";
import public "confluent/meta.proto";
option java_package = "org.example.shop";
option (acme.file) = { owner: "team {a}" list: ["x"] };

/* An order, as the shop
 * sends it. */
message Order {
  option (confluent.message_meta).tags = "ORDER";
  // The customer's e-mail address
  string email = 1 [(confluent.field_meta) = {doc: "Where it is sent", tags: ["PII", 'GDPR'], params: [{key: "a"}]}, deprecated = true];
  int32 n = 2; sint64 z = 3; double d = 4; float f = 5; bool b = 6; bytes raw = 0x7;
  repeated int32 packed = 8 [packed = true]; repeated string names = 9;
  map<string, int64> counts = 10; map<int32, Customer> people = 11;
  Status status = 12;
  oneof contact { string phone = 13; Customer customer = 14; }
  google.protobuf.Timestamp at = 15; google.protobuf.StringValue note = 16; google.protobuf.Struct extra = 17;
  fixed64 f64 = 18; // a big number
  google.protobuf.Duration took = 19;
  repeated Status states = 20; repeated double ratios = 21; sint32 small = 22; uint64 big = 23;
  reserved 100 to 200, 300; reserved "foo";
  enum Status { option allow_alias = true; NEW = 0; SENT = 1 [deprecated = true]; GONE = -1; }
  message Customer { string name = 1; .shop.Order parent = 2; Other other = 3; }
}
message Other { optional string x = 1; }
service Orders { rpc Get (Order) returns (stream Other) { option (google.api.http) = { get: "/v1" }; } }
"""
_F = descriptor_pb2.FieldDescriptorProto
_WELL_KNOWN = (timestamp_pb2, duration_pb2, wrappers_pb2, struct_pb2)
_FIELDS = (
    ("email", 1, _F.TYPE_STRING), ("n", 2, _F.TYPE_INT32), ("z", 3, _F.TYPE_SINT64), ("d", 4, _F.TYPE_DOUBLE), ("f", 5, _F.TYPE_FLOAT),
    ("b", 6, _F.TYPE_BOOL), ("raw", 7, _F.TYPE_BYTES), ("f64", 18, _F.TYPE_FIXED64), ("phone", 13, _F.TYPE_STRING),
    ("small", 22, _F.TYPE_SINT32), ("big", 23, _F.TYPE_UINT64),
)  # fmt: skip
_REPEATED = (("packed", 8, _F.TYPE_INT32), ("names", 9, _F.TYPE_STRING), ("ratios", 21, _F.TYPE_DOUBLE))
_OF_TYPES = (
    ("status", 12, _F.TYPE_ENUM, ".shop.Order.Status"), ("customer", 14, _F.TYPE_MESSAGE, ".shop.Order.Customer"),
    ("at", 15, _F.TYPE_MESSAGE, ".google.protobuf.Timestamp"), ("note", 16, _F.TYPE_MESSAGE, ".google.protobuf.StringValue"),
    ("extra", 17, _F.TYPE_MESSAGE, ".google.protobuf.Struct"), ("took", 19, _F.TYPE_MESSAGE, ".google.protobuf.Duration"),
)  # fmt: skip


def shop_file() -> Any:
    """The same schema as descriptors, without what they cannot say."""
    file = descriptor_pb2.FileDescriptorProto(name="shop.proto", package="shop", syntax="proto3")
    file.dependency.extend(module.DESCRIPTOR.name for module in _WELL_KNOWN)
    order = file.message_type.add(name="Order")
    for name, number, kind in _FIELDS:
        order.field.add(name=name, number=number, type=kind, label=_F.LABEL_OPTIONAL)
    for name, number, kind in _REPEATED:
        order.field.add(name=name, number=number, type=kind, label=_F.LABEL_REPEATED)
    for name, number, kind, of_type in _OF_TYPES:
        order.field.add(name=name, number=number, type=kind, type_name=of_type, label=_F.LABEL_OPTIONAL)
    order.field.add(name="states", number=20, type=_F.TYPE_ENUM, type_name=".shop.Order.Status", label=_F.LABEL_REPEATED)
    _map(order, "counts", 10, "CountsEntry", (_F.TYPE_STRING, _F.TYPE_INT64, None))
    _map(order, "people", 11, "PeopleEntry", (_F.TYPE_INT32, _F.TYPE_MESSAGE, ".shop.Order.Customer"))
    status = order.enum_type.add(name="Status")
    for name, number in (("NEW", 0), ("SENT", 1), ("GONE", -1)):
        status.value.add(name=name, number=number)
    customer = order.nested_type.add(name="Customer")
    customer.field.add(name="name", number=1, type=_F.TYPE_STRING, label=_F.LABEL_OPTIONAL)
    customer.field.add(name="parent", number=2, type=_F.TYPE_MESSAGE, type_name=".shop.Order", label=_F.LABEL_OPTIONAL)
    customer.field.add(name="other", number=3, type=_F.TYPE_MESSAGE, type_name=".shop.Other", label=_F.LABEL_OPTIONAL)
    file.message_type.add(name="Other").field.add(name="x", number=1, type=_F.TYPE_STRING, label=_F.LABEL_OPTIONAL)
    return file


def _map(message: Any, name: str, number: int, entry: str, kinds: tuple[Any, Any, str | None]) -> None:
    key, value, of_type = kinds
    inner = message.nested_type.add(name=entry)
    inner.options.map_entry = True
    inner.field.add(name="key", number=1, type=key, label=_F.LABEL_OPTIONAL)
    inner.field.add(name="value", number=2, type=value, type_name=of_type, label=_F.LABEL_OPTIONAL)
    message.field.add(name=name, number=number, type=_F.TYPE_MESSAGE, type_name=f".shop.Order.{entry}", label=_F.LABEL_REPEATED)


def shop_set() -> Any:
    """With all that it imports, as a compiler writes it: what is needed first standing first."""
    files = [descriptor_pb2.FileDescriptorProto.FromString(module.DESCRIPTOR.serialized_pb) for module in _WELL_KNOWN]
    return descriptor_pb2.FileDescriptorSet(file=[*files, shop_file()])


def _order() -> Any:
    pool = descriptor_pool.DescriptorPool()
    for file in shop_set().file:
        pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("shop.Order"))


Order = _order()


def read(data: bytes, text: str = SHOP, *references: str, indices: bytes = b"\0") -> proto.Reading:
    """A message with its indices in front, as producers put it behind a schema's number."""
    return proto.read(indices + data, text, references)
