"""What `cxsim export --format csv` should write, read from the result file by h5py alone."""

import datetime

import h5py
import numpy

NEVER = -999999


def is_scale(item):
    return isinstance(item, h5py.Dataset) and h5py.h5ds.is_scale(item.id)


def dimensions_of(variable):
    """The scales along the axes of a dataset."""
    return [variable.dims[axis][0] for axis in range(variable.ndim)]


def labels_of(scale):
    """The cells of a scale; None where it has no coordinates."""
    if "long_name" not in scale.attrs:
        return None
    if scale.dtype.kind == "O":
        return [text.decode() if isinstance(text, bytes) else text for text in scale[...]]
    units = scale.attrs["units"]
    if not units.startswith("days since "):
        return [str(number) for number in scale[...]]
    start = datetime.date.fromisoformat(units.split()[2])
    return [str(start + datetime.timedelta(days=int(day))) for day in scale[...]]


def places_of(file, variable):
    """Name and cells of what the numbers of a variable stand for; None where they are numbers."""
    name = variable.name.split("/")[-1]
    if "flag_meanings" in variable.attrs:
        return name, dict(zip(map(int, variable.attrs["flag_values"]),
                              variable.attrs["flag_meanings"].split()))
    if variable.name.count("/") < 2:
        return name, None
    for ending, first in (("_index", 0), ("_place", 1), ("", 0)):
        dimension = name[:len(name) - len(ending)]
        if name.endswith(ending) and dimension in file and is_scale(file[dimension]):
            named = dict(enumerate(labels_of(file[dimension]), first))
            return dimension, {0: "none", **named} if first else named
    return name, None


def agrees(cell, number, names):
    """Whether a cell says what the number is, to its last bit."""
    if names is not None:
        return cell == names[int(number)]
    if number.dtype.kind == "f":
        return cell == "" if numpy.isnan(number) else number.dtype.type(cell) == number
    return cell == ("" if number == NEVER else str(number))


def axes_of(variable):
    """Name -> the cell of every row, for each dimension of a variable that has coordinates."""
    columns = {}
    places = numpy.indices(variable.shape).reshape(variable.ndim, -1)
    for scale, along in zip(dimensions_of(variable), places):
        labels = labels_of(scale)
        if labels is not None:
            columns[scale.name.split("/")[-1]] = [labels[place] for place in along]
    return columns


def variables_of(file):
    """Every dataset of a file that is no dimension and no text."""
    found = []
    file.visititems(lambda _, item: found.append(item) if isinstance(item, h5py.Dataset)
                    and not is_scale(item) and item.dtype.kind != "O" else None)
    return found
