#!/usr/bin/env python3
"""Trims AWS's service models, as botocore ships them, to what a server needs of them.

    python3 scripts/trim_service_models.py [--check]

Writes one file per service beside io.attestore.contract.model: metadata, operations and the shapes that they reach, without
documentation and without what only a client needs. --check writes nothing and fails if a file is not what the installed
botocore makes. A developer's tool: neither the build nor the product runs it. Needs nothing but botocore's data files;
a key that it does not know stops it, so that a newer botocore cannot add a meaning that goes unnoticed.
"""

import gzip
import hashlib
import json
import pathlib
import sys

import botocore

TARGET = pathlib.Path(__file__).parent.parent / "shared-events/contract/src/main/resources/io/attestore/contract/model"
DATA = pathlib.Path(botocore.__file__).parent / "data"

PARAMETER_STORE = """
    AddTagsToResource DeleteParameter DeleteParameters DeleteResourcePolicy DescribeParameters GetParameter
    GetParameterHistory GetParameters GetParametersByPath GetResourcePolicies GetServiceSetting LabelParameterVersion
    ListTagsForResource PutParameter PutResourcePolicy RemoveTagsFromResource ResetServiceSetting
    UnlabelParameterVersion UpdateServiceSetting""".split()

# The service's folder in botocore, the version of its API, and the operations that are kept, if not all.
SERVICES = [
    ("cloudtrail", "2013-11-01", None),
    ("iam", "2010-05-08", None),
    ("kms", "2014-11-01", None),
    ("secretsmanager", "2017-10-17", None),
    ("ssm", "2014-11-06", PARAMETER_STORE),
    ("sts", "2011-06-15", None),
]

METADATA = """
    apiVersion endpointPrefix jsonVersion protocol protocols serviceFullName serviceId signatureVersion signingName
    targetPrefix xmlNamespace""".split()
METADATA_DROPPED = "auth globalEndpoint serviceAbbreviation uid".split()

OPERATION = "authtype errors http idempotent input output".split()
OPERATION_DROPPED = "auth deprecated deprecatedMessage documentation documentationUrl name".split()

# Of an input, an output, an error, a member, an item, a key or a value: everything that refers to a shape.
REFERENCE = """
    flattened idempotencyToken location locationName resultWrapper shape streaming timestampFormat xmlAttribute
    xmlNamespace""".split()
REFERENCE_DROPPED = "box deprecated deprecatedMessage documentation".split()

SHAPE = """
    enum error exception fault flattened key max member members min pattern required sensitive streaming timestampFormat
    type union value xmlNamespace""".split()
SHAPE_DROPPED = "box deprecated deprecatedMessage documentation synthetic".split()


def kept(source, names, dropped, where):
    unknown = set(source) - set(names) - set(dropped)
    if unknown:
        sys.exit(f"{where} has {sorted(unknown)}, of which this script does not know whether a server needs it")
    return {name: source[name] for name in sorted(source) if name in names}


def reference(source, where):
    return kept(source, REFERENCE, REFERENCE_DROPPED, where)


def operation(name, source):
    trimmed = kept(source, OPERATION, OPERATION_DROPPED, name)
    for part in ("input", "output"):
        if part in trimmed:
            trimmed[part] = reference(trimmed[part], f"{name}.{part}")
    if "errors" in trimmed:
        trimmed["errors"] = sorted((reference(error, name) for error in trimmed["errors"]), key=lambda e: e["shape"])
    return trimmed


def shape(name, source):
    """The members and the values of an enumeration stay in AWS's order: messages list them so."""
    trimmed = kept(source, SHAPE, SHAPE_DROPPED, name)
    for part in ("member", "key", "value"):
        if part in trimmed:
            trimmed[part] = reference(trimmed[part], f"{name}.{part}")
    if "members" in trimmed:
        trimmed["members"] = {
            member: reference(target, f"{name}.{member}") for member, target in trimmed["members"].items()
        }
        if not trimmed["members"]:
            del trimmed["members"]
    return trimmed


def referred(trimmed_shape):
    yield from (target["shape"] for target in trimmed_shape.get("members", {}).values())
    yield from (trimmed_shape[part]["shape"] for part in ("member", "key", "value") if part in trimmed_shape)


def reached(operations, shapes):
    waiting = []
    for each in operations.values():
        waiting += [each[part]["shape"] for part in ("input", "output") if part in each]
        waiting += [error["shape"] for error in each.get("errors", [])]
    found = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += referred(shapes[name])
    return found


def line(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


def block(entries):
    """One line per entry, sorted by name, so that a newer version reads well as a difference."""
    return "{\n" + ",\n".join(f"{line(name)}:{line(entries[name])}" for name in sorted(entries)) + "\n}"


def trimmed_model(service, version, wanted):
    path = f"{service}/{version}/service-2.json.gz"
    text = gzip.decompress((DATA / path).read_bytes())
    model = json.loads(text)
    operations = {
        name: operation(name, source) for name, source in model["operations"].items() if not wanted or name in wanted
    }
    missing = set(wanted or []) - set(operations)
    if missing:
        sys.exit(f"{service} has no {sorted(missing)} any more")
    shapes = {name: shape(name, source) for name, source in model["shapes"].items()}
    names = reached(operations, shapes)
    source = {
        "botocore": botocore.__version__,
        "file": path.removesuffix(".gz"),
        "sha256": hashlib.sha256(text).hexdigest(),
    }
    metadata = kept(model["metadata"], METADATA, METADATA_DROPPED, service)
    return (
        f'{{"source":{line(source)},\n"metadata":{line(metadata)},\n"operations":{block(operations)},\n'
        f'"shapes":{block({name: shapes[name] for name in names})}}}\n'
    )


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    for service, version, wanted in SERVICES:
        target = TARGET / f"{service}.json"
        text = trimmed_model(service, version, wanted)
        if not check:
            target.write_text(text, encoding="ascii")
        elif target.read_text(encoding="ascii") != text:
            sys.exit(f"{target} is not what botocore {botocore.__version__} makes")


if __name__ == "__main__":
    main()
