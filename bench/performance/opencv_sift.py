"""Prints for each picture the keypoints OpenCV's SIFT finds and the least processor time of some rounds in milliseconds, on one thread."""
import sys
import time

import cv2

cv2.setNumThreads(1)
sift = cv2.SIFT_create(contrastThreshold=0.04, edgeThreshold=12)
rounds = int(sys.argv[1])
for file in sys.argv[2:]:
    picture = cv2.imread(file, cv2.IMREAD_GRAYSCALE)
    least = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        points, _ = sift.detectAndCompute(picture, None)
        least = min(least, time.process_time() - started)
    print(len(points), 1000 * least)
