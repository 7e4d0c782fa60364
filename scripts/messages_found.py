"""Finds every sentence that says what went wrong, by reading the code: what is handed to the errors a person meets.

A sentence is shown with its changing parts as "…". Names are followed to the constants, tables and local variables
they stand for; a part that only running the program could tell stays "…".
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

PACKAGES = ("store", "ingest", "classify", "respond", "heardback")
SLOT = "…"
ROOT_ERROR = "HeardbackError"

_SENTENCE_AT = {"BadParameter": 0, "Refused": 1, "trouble": 2, "refuse": 1, "look_at": 1}
"""Calls besides our own errors that show a sentence, and at which place it stands."""
_WORDED_BY_PYDANTIC = ("heardback/settings.py", "heardback/settingvalues.py", "respond/freetime.py")
"""Where a ValueError becomes a sentence about a config key."""
_SPOKEN = {
    "heardback/config.py": ("_sentence",),
    "heardback/servers.py": ("_wrong_host", "_wrong_port"),
    "heardback/starting.py": ("_wrong_address", "_wrong_zone"),
    "heardback/alarms.py": ("_of_accounts", "_of_digest", "_of_sending"),
    "heardback/cli.py": ("_say",),
}
"""Functions that word what another place shows: all they return, yield or put into a tuple."""
_STRIPPED = ("rstrip", "strip", "lstrip")
_MOST_VARIANTS = 40
_LEAST_LETTERS = 8
"""With fewer fixed letters a sentence only passes on what another place words."""
_FIELD = re.compile(r"\{[^{}]*\}")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A sentence as it is shown, and the first place of the code that says it."""

    text: str
    where: str
    line: int


@dataclass(frozen=True, slots=True)
class _Module:
    path: str
    tree: ast.Module
    constants: dict[str, ast.expr]
    imported: dict[str, tuple[str, str]]
    functions: dict[str, ast.FunctionDef]
    classes: tuple[str, ...]


def messages(root: Path) -> tuple[Message, ...]:
    """All sentences of the packages below ``root``, in alphabetical order, each once."""
    return _Finding(root).all()


def literal(text: str) -> int:
    """How many letters of a sentence are fixed."""
    return len(_LETTERS.findall(text.replace(SLOT, "")))


class _Finding:
    """One reading of the whole code."""

    def __init__(self, root: Path) -> None:
        paths = sorted(path for package in PACKAGES for path in (root / package).rglob("*.py"))
        self._modules = {path.relative_to(root).as_posix(): _read(root, path) for path in paths}
        self._errors = _subclasses(self._modules.values())
        self._homes_of_errors = {path for path, each in self._modules.items() if self._errors & set(each.classes)}

    def all(self) -> tuple[Message, ...]:
        found: dict[str, Message] = {}
        for module in self._modules.values():
            said = [
                (text, call.lineno)
                for call, scope in _calls(module.tree, ())
                for text in self._said(call, scope, module)
            ]
            said += [(text, 0) for name in _SPOKEN.get(module.path, ()) for text in self._returned(name, module, 0)]
            for text, line in said:
                if literal(text) >= _LEAST_LETTERS and " ," not in text:  # which a part left empty would make
                    found.setdefault(text, Message(text, module.path, line))
        return tuple(sorted(found.values()))

    def _said(self, call: ast.Call, scope: tuple[ast.AST, ...], module: _Module) -> Iterator[str]:
        for argument in self._sentences(call, module):
            for text in self._texts(argument, scope, module, 0):
                yield _tidy(text)

    def _sentences(self, call: ast.Call, module: _Module) -> list[ast.expr]:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in self._errors or (name == "ValueError" and module.path in _WORDED_BY_PYDANTIC):
            return [each for each in call.args if not isinstance(each, ast.Starred)]
        if name == "Finding" and module.path.startswith("heardback/"):
            return call.args[2:3] if not _is_true(call.args[1]) else []
        if name == "__init__" and _is_super(call):
            return call.args[:1] if module.path in self._homes_of_errors else []
        if name in _SENTENCE_AT:
            at = 0 if module.path.startswith("respond/") else _SENTENCE_AT[name]
            named = [each.value for each in call.keywords if each.arg in ("message", "sentence")]
            return [call.args[at]] if len(call.args) > at else named
        return []

    def _texts(self, node: ast.expr, scope: tuple[ast.AST, ...], module: _Module, depth: int) -> list[str]:
        """Every text an expression can stand for."""
        if depth > 6:
            return [SLOT]
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.Constant():
                return [SLOT]
            case ast.FormattedValue(value=ast.Name() | ast.Constant() | ast.IfExp() as value, conversion=-1):
                return self._texts(value, scope, module, depth + 1)
            case ast.FormattedValue(value=ast.Call(func=ast.Attribute(attr="format")) as value, conversion=-1):
                return self._texts(value, scope, module, depth + 1)
            case ast.Call(func=ast.Attribute(attr=attribute, value=value)) if attribute in _STRIPPED:
                return self._texts(value, scope, module, depth + 1)
            case ast.JoinedStr(values=values):
                return self._joined(values, scope, module, depth)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._joined([left, right], scope, module, depth)
            case ast.IfExp(body=body, orelse=orelse):
                return [
                    *self._texts(body, scope, module, depth + 1),
                    *self._texts(orelse, scope, module, depth + 1),
                ]
            case ast.BoolOp(op=ast.Or(), values=values):
                return [text for each in values for text in self._texts(each, scope, module, depth + 1)]
            case ast.Call(func=ast.Attribute(attr="format", value=value)):
                return [_FIELD.sub(SLOT, text) for text in self._texts(value, scope, module, depth + 1)]
            case ast.Subscript(value=ast.Name() as table):
                return self._values(table, scope, module, depth)
            case ast.Call(func=ast.Attribute(attr="get", value=ast.Name() as table), args=[_, *rest]):
                return [
                    *self._values(table, scope, module, depth),
                    *(text for each in rest for text in self._texts(each, scope, module, depth + 1)),
                ]
            case ast.Name(id=name):
                return self._named(name, scope, module, depth)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(value=ast.Name(id="self"), attr=name)):
                return self._returned(name, module, depth + 1) or [SLOT]
        return [SLOT]

    def _returned(self, name: str, module: _Module, depth: int) -> list[str]:
        """What a function of this module, or one it imports, may answer in words."""
        package, original = module.imported.get(name, ("", ""))
        home = self._modules.get(package.replace(".", "/") + ".py", module)
        function = home.functions.get(original or name)
        if function is None:
            return []
        answers = [
            part for node in ast.walk(function) if isinstance(node, ast.Return | ast.Yield) for part in _parts(node)
        ]
        answers += [part for node in ast.walk(function) if isinstance(node, ast.Assign) for part in _parts(node)]
        return [text for each in answers for text in self._texts(each, (function,), home, depth + 1)]

    def _joined(self, values: list[ast.expr], scope: tuple[ast.AST, ...], module: _Module, depth: int) -> list[str]:
        parts = [self._texts(each, scope, module, depth + 1) for each in values]
        return ["".join(each) for _, each in zip(range(_MOST_VARIANTS), product(*parts), strict=False)]

    def _named(self, name: str, scope: tuple[ast.AST, ...], module: _Module, depth: int) -> list[str]:
        for function in reversed(scope):
            if local := _assigned(function, name):
                return [text for each in local for text in self._texts(each, scope, module, depth + 1)]
            if row := _row_of(function, name):
                constant, home = self._constant(row[0], module)
                return [
                    text
                    for each in getattr(constant, "elts", ())
                    for text in self._texts(each.elts[row[1]], (), home, depth + 1)
                ]
            if name in _parameters(function):
                return [SLOT]
        constant, home = self._constant(name, module)
        return [SLOT] if constant is None else self._texts(constant, (), home, depth + 1)

    def _values(self, table: ast.Name, scope: tuple[ast.AST, ...], module: _Module, depth: int) -> list[str]:
        constant, home = self._constant(table.id, module)
        if not isinstance(constant, ast.Dict):
            return [SLOT]
        return [text for each in constant.values for text in self._texts(each, (), home, depth + 1)]

    def _constant(self, name: str, module: _Module) -> tuple[ast.expr | None, _Module]:
        if name in module.constants:
            return module.constants[name], module
        package, original = module.imported.get(name, ("", ""))
        home = self._modules.get(package.replace(".", "/") + ".py")
        return (home.constants.get(original), home) if home is not None else (None, module)


def _read(root: Path, path: Path) -> _Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants: dict[str, ast.expr] = {}
    imported: dict[str, tuple[str, str]] = {}
    for node in tree.body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                constants[name] = value
            case ast.ImportFrom(module=str(package), names=names):
                imported |= {each.asname or each.name: (package, each.name) for each in names}
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    classes = tuple(node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return _Module(path.relative_to(root).as_posix(), tree, constants, imported, functions, classes)


def _subclasses(modules: Iterable[_Module]) -> frozenset[str]:
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {ROOT_ERROR}
    while more := {name for name, above in bases.items() if above & known} - known:
        known |= more
    return frozenset(known)


def _calls(node: ast.AST, scope: tuple[ast.AST, ...]) -> Iterator[tuple[ast.Call, tuple[ast.AST, ...]]]:
    inner = (*scope, node) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else scope
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, inner
        yield from _calls(child, inner)


def _assigned(function: ast.AST, name: str) -> list[ast.expr]:
    found: list[ast.expr] = []
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                found.append(value)
            case ast.NamedExpr(target=ast.Name(id=target), value=value) if target == name:
                found.append(value)
    return found


def _parameters(function: ast.AST) -> set[str]:
    if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
        return set()
    given = function.args
    return {each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)}


def _row_of(function: ast.AST, name: str) -> tuple[str, int] | None:
    """The table a name runs over, and in which place of its rows it stands."""
    for node in ast.walk(function):
        match node:
            case ast.comprehension(target=ast.Tuple(elts=names), iter=ast.Name(id=table)):
                for at, each in enumerate(names):
                    if isinstance(each, ast.Name) and each.id == name:
                        return table, at
    return None


def _parts(node: ast.Return | ast.Yield | ast.Assign) -> list[ast.expr]:
    """The texts of an answer: itself, or those in a tuple it is."""
    match node:
        case ast.Assign(value=ast.Tuple(elts=parts)) | ast.Return(value=ast.Tuple(elts=parts)):
            return parts
        case ast.Yield(value=ast.Call(args=[_, _, sentence, *_])):
            return [sentence]
        case ast.Return(value=ast.expr() as value):
            return [value]
    return []


def _is_super(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="super"))):
            return True
    return False


def _tidy(text: str) -> str:
    return re.sub(rf"{SLOT}{{2,}}", SLOT, " ".join(text.split()))


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True
