"""Writes what OpenCV's SIFT finds in painted pictures, for ParityTests.

Run once, with Debian's python3-opencv 4.6:
    dotnet run -c Release --project bench/accuracy -- features paint FOLDER
    python3 opencv_sift.py FOLDER opencv-sift.bin

For each picture the number of keypoints (32 bits), then for each keypoint x, y, scale (half of OpenCV's size) and
angle as 32-bit floating-point numbers and its descriptor in 128 bytes, little-endian. OpenCV 4.6 counts x and y from a
quarter of a pixel beside the centre of the first one, for that is where doubling a picture puts it; it is taken off here.
"""
import struct
import sys

import cv2

PICTURES = 4
QUARTER = 0.25

folder, out = sys.argv[1:]
sift = cv2.SIFT_create(contrastThreshold=0.04, edgeThreshold=12)
with open(out, "wb") as to:
    for number in range(PICTURES):
        points, descriptors = sift.detectAndCompute(cv2.imread(f"{folder}/{number}.pgm", cv2.IMREAD_GRAYSCALE), None)
        to.write(struct.pack("<i", len(points)))
        for point, descriptor in zip(points, descriptors):
            x, y = point.pt
            to.write(struct.pack("<4f", x - QUARTER, y - QUARTER, point.size / 2, point.angle) + bytes(int(v) for v in descriptor))
