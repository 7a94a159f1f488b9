// SPDX-License-Identifier: MIT
// What cppcheck, which reads no library's headers, must know of their macros.
#define json_object_foreach(object, key, value) \
	for ((key) = json_key(object), (value) = json_value(object, key); (key);)
