"""Makes opencv-objects.json: what OpenCV's DNN finds with the models of the fixtures, to be compared with what is found here.

    /usr/bin/python3 opencv_objects.py FIXTURES > opencv-objects.json

Made with OpenCV 4.6.0 and FFmpeg 5.1.9 as Debian 12 has them (apt-get install python3-opencv ffmpeg). Pictures are decoded by
FFmpeg to whole levels of blue, green and red, so that both sides begin with the same pixels; everything after that is OpenCV's
and NumPy's: scaling, the network, the boxes, and which of them are one thing. Nothing of the product is used.
"""

import hashlib
import json
import os
import subprocess
import sys

import cv2
import numpy

FLOOR, OVERLAP = 0.05, 0.45
PICTURES = [
    ("models/dog-qiuqiu__FastestDet/3.jpg", 0),
    ("models/Kazuhito00__PaddleOCRv3-ONNX-Sample/sample.jpg", 0),
    ("images/akowalew__pepsi-logo-detector/0.jpg", 0),
    ("images/akowalew__pepsi-logo-detector/1.jpg", 0),
    ("images/akowalew__pepsi-logo-detector/2.jpg", 0),
    ("images/akowalew__pepsi-logo-detector/3.jpg", 0),
    ("images/zcmgyu__feature_maching_cpp/box_in_scene.png", 0),
    ("images/RapidAI__RapidOCR/empty_black.jpg", 0),
    ("video/intel-iot-devkit__sample-videos/one-by-one-person-detection.mp4", 100),
    ("video/intel-iot-devkit__sample-videos/one-by-one-person-detection.mp4", 420),
    ("video/intel-iot-devkit__sample-videos/one-by-one-person-detection.mp4", 777),
    ("video/intel-iot-devkit__sample-videos/one-by-one-person-detection.mp4", 1300),
    ("video/Breakthrough__DVR-Scan/traffic_camera.mp4", 0),
    ("video/Breakthrough__DVR-Scan/traffic_camera.mp4", 200),
    ("video/Breakthrough__DVR-Scan/traffic_camera.mp4", 555),
]


def decode(path, frame):
    size = subprocess.run(
        ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "csv=p=0", path],
        check=True, capture_output=True, text=True).stdout.split(",")
    width, height = int(size[0]), int(size[1])
    pixels = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", path, "-vf", f"select=eq(n\\,{frame})", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "bgr24", "-"],
        check=True, capture_output=True).stdout
    return numpy.frombuffer(pixels, numpy.uint8).reshape(height, width, 3)


def one_of_each(boxes, scores):
    """Boxes as left, top, right, bottom; scores a column for each class."""
    found = []
    for label in range(scores.shape[1]):
        rows = numpy.nonzero(scores[:, label] >= FLOOR)[0]
        sizes = numpy.concatenate([boxes[rows, :2], boxes[rows, 2:] - boxes[rows, :2]], 1).astype(float)
        for row in cv2.dnn.NMSBoxes(sizes.tolist(), scores[rows, label].astype(float).tolist(), FLOOR, OVERLAP):
            row = rows[row]
            found.append([label, round(float(scores[row, label]), 5)] + [round(float(side), 3) for side in boxes[row]])
    return sorted(found, key=lambda one: -one[1])


def yolox(net, picture, side=416):
    height, width = picture.shape[:2]
    ratio = min(side / height, side / width)
    small = cv2.resize(picture, (int(width * ratio), int(height * ratio)), interpolation=cv2.INTER_LINEAR)
    padded = numpy.full((side, side, 3), 114, numpy.uint8)
    padded[: small.shape[0], : small.shape[1]] = small
    net.setInput(cv2.dnn.blobFromImage(padded))
    rows = net.forward()[0]
    cells = []
    for stride in (8, 16, 32):
        y, x = numpy.mgrid[: side // stride, : side // stride]
        cells.append(numpy.stack([x.ravel(), y.ravel(), numpy.full(x.size, stride)], 1))
    cells = numpy.concatenate(cells).astype(numpy.float32)
    middle = (rows[:, :2] + cells[:, :2]) * cells[:, 2:]
    half = numpy.exp(rows[:, 2:4]) * cells[:, 2:] / 2
    return hash_of(small), one_of_each(numpy.concatenate([middle - half, middle + half], 1) / ratio, rows[:, 4:5] * rows[:, 5:])


def fastestdet(net, picture, side=352):
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (side, side), interpolation=cv2.INTER_LINEAR)
    net.setInput(cv2.dnn.blobFromImage(small, 1 / 255))
    planes = net.forward()[0]
    grid = planes.shape[1]
    y, x = numpy.mgrid[:grid, :grid]
    middle = numpy.stack([(numpy.tanh(planes[1]) + x) / grid * width, (numpy.tanh(planes[2]) + y) / grid * height], -1).reshape(-1, 2)
    half = numpy.stack([width / (1 + numpy.exp(-planes[3])) / 2, height / (1 + numpy.exp(-planes[4])) / 2], -1).reshape(-1, 2)
    classes = planes[5:].reshape(80, -1).T * planes[0].reshape(-1, 1)
    classes = numpy.where(classes == classes.max(1, keepdims=True), classes, 0)
    return hash_of(small), one_of_each(numpy.concatenate([middle - half, middle + half], 1), classes)


def hash_of(pixels):
    return hashlib.sha256(numpy.ascontiguousarray(pixels).tobytes()).hexdigest()


def main():
    fixtures = sys.argv[1]
    models = os.path.join(fixtures, "models")
    heads = {
        "yolox": (cv2.dnn.readNetFromONNX(os.path.join(models, "Kazuhito00__YOLOX-ONNX-TFLite-Sample/yolox_nano.onnx")), yolox),
        "fastestdet": (cv2.dnn.readNetFromONNX(os.path.join(models, "dog-qiuqiu__FastestDet/FastestDet.onnx")), fastestdet),
    }
    lines = []
    for name, frame in PICTURES:
        picture = decode(os.path.join(fixtures, name), frame)
        for head, (net, find) in heads.items():
            scaled, found = find(net, picture)
            lines.append(json.dumps({
                "picture": name, "frame": frame, "width": picture.shape[1], "height": picture.shape[0], "pixels": hash_of(picture),
                "head": head, "scaled": scaled, "found": found,
            }))
    print("[\n" + ",\n".join(lines) + "\n]")


main()
