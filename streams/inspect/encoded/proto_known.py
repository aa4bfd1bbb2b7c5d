"""The files that every Protobuf compiler brings along, as far as they carry data, and those of schema registries; and how they are read.

A registry hands out what a schema imports, but not these. Numbers and names are those of protobuf's `google/protobuf/*.proto`,
of `google/type/*.proto`, and of `confluent/meta.proto` and `confluent/type/decimal.proto`.
"""

from typing import Final

WELL_KNOWN: Final = """
syntax = "proto3";
package google.protobuf;
message Timestamp { int64 seconds = 1; int32 nanos = 2; }
message Duration { int64 seconds = 1; int32 nanos = 2; }
message Any { string type_url = 1; bytes value = 2; }
message Empty {}
message FieldMask { repeated string paths = 1; }
message Struct { map<string, Value> fields = 1; }
enum NullValue { NULL_VALUE = 0; }
message ListValue { repeated Value values = 1; }
message Value {
  oneof kind {
    NullValue null_value = 1; double number_value = 2; string string_value = 3;
    bool bool_value = 4; Struct struct_value = 5; ListValue list_value = 6;
  }
}
message DoubleValue { double value = 1; }
message FloatValue { float value = 1; }
message Int64Value { int64 value = 1; }
message UInt64Value { uint64 value = 1; }
message Int32Value { int32 value = 1; }
message UInt32Value { uint32 value = 1; }
message BoolValue { bool value = 1; }
message StringValue { string value = 1; }
message BytesValue { bytes value = 1; }
message FileDescriptorSet { repeated FileDescriptorProto file = 1; }
message FileDescriptorProto {
  string name = 1; string package = 2; repeated DescriptorProto message_type = 4; repeated EnumDescriptorProto enum_type = 5;
  repeated FieldDescriptorProto extension = 7;
}
message DescriptorProto {
  string name = 1; repeated FieldDescriptorProto field = 2; repeated DescriptorProto nested_type = 3;
  repeated EnumDescriptorProto enum_type = 4; repeated FieldDescriptorProto extension = 6; MessageOptions options = 7;
}
message FieldDescriptorProto {
  string name = 1; string extendee = 2; int32 number = 3; int32 label = 4; int32 type = 5; string type_name = 6; FieldOptions options = 8;
}
message EnumDescriptorProto { string name = 1; repeated EnumValueDescriptorProto value = 2; }
message EnumValueDescriptorProto { string name = 1; int32 number = 2; }
message MessageOptions { bool map_entry = 7; confluent.Meta meta = 1088; }
message FieldOptions { confluent.Meta meta = 1088; }
"""
TYPES: Final = """
syntax = "proto3";
package google.type;
message Date { int32 year = 1; int32 month = 2; int32 day = 3; }
message TimeOfDay { int32 hours = 1; int32 minutes = 2; int32 seconds = 3; int32 nanos = 4; }
message LatLng { double latitude = 1; double longitude = 2; }
message Money { string currency_code = 1; int64 units = 2; int32 nanos = 3; }
message Decimal { string value = 1; }
message PhoneNumber {
  message ShortCode { string region_code = 1; string number = 2; }
  oneof kind { string e164_number = 1; ShortCode short_code = 2; }
  string extension = 3;
}
message PostalAddress {
  int32 revision = 1; string region_code = 2; string language_code = 3; string postal_code = 4; string sorting_code = 5;
  string administrative_area = 6; string locality = 7; string sublocality = 8; repeated string address_lines = 9;
  repeated string recipients = 10; string organization = 11;
}
"""
REGISTRY: Final = """
syntax = "proto3";
package confluent;
message Meta { string doc = 1; map<string, string> params = 2; repeated string tags = 3; }
"""
DECIMAL: Final = """
syntax = "proto3";
package confluent.type;
message Decimal { bytes value = 1; uint32 precision = 2; int32 scale = 3; }
"""
FILES: Final = (REGISTRY, WELL_KNOWN, TYPES, DECIMAL)
