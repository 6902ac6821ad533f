"""Finds marks as is done without anything of ours: OpenCV's SIFT, FLANN, ratio test, RANSAC homography.

    python3 sift_baseline.py SET...

Of each set it reads logos/*.png and the judged frames of clips/*.mp4, and writes found/FINDER/CLIP.detections.csv for four
finders: examples at one size or at four on light and dark, and a ratio of 0.75 or 0.8. The score is the number of inliers, from
4 up, so that the least is chosen where thresholds are: on the development set. One thread; CPU time is printed: for
the features of a frame, and for all marks of the set and both ratios.
"""
import glob
import json
import os
import sys
import time

try:
    import cv2
    import numpy as np
except ImportError:
    sys.exit("The baseline needs OpenCV for Python: apt-get install -y python3-opencv")

RATIOS, LEAST_INLIERS, MOST_INSTANCES, REPROJECTION = (0.75, 0.8), 4, 4, 5.0
SIZES = {"sift": (256,), "sift-multi": (512, 256, 128, 64)}
HEADER = "frame,logo,x1,y1,x2,y2,x3,y3,x4,y4,score"


def grounds(picture):
    """The grounds an example is laid on: the one it stands out from, and the other if it can be seen there too."""
    alpha = picture[..., 3:] / 255.0
    light = float((picture[..., :3].mean(2) * alpha[..., 0]).sum() / max(1.0, alpha.sum())) / 255
    best = 255 if light < 0.5 else 0
    return [best] + ([255 - best] if 0.15 < light < 0.85 else [])


def example(sift, picture, sizes, both):
    """Keypoints in pixels of the mark's own picture, and their descriptors."""
    points, descriptors, margin = [], [], 8
    height, width = picture.shape[:2]
    for ground in grounds(picture)[: 2 if both else 1]:
        alpha = picture[..., 3:] / 255.0
        flat = cv2.cvtColor((picture[..., :3] * alpha + ground * (1 - alpha)).astype(np.uint8), cv2.COLOR_BGR2GRAY)
        for size in sizes:
            scale = size / max(height, width)
            small = cv2.resize(flat, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
            small = cv2.copyMakeBorder(small, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=ground)
            found, described = sift.detectAndCompute(small, None)
            if described is not None:
                points += [((k.pt[0] + 0.5 - margin) / scale, (k.pt[1] + 0.5 - margin) / scale) for k in found]
                descriptors.append(described)
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]]).reshape(-1, 1, 2)
    return np.float32(points), (np.concatenate(descriptors) if descriptors else np.zeros((0, 128), np.float32)), corners


def sane(quad, shape):
    """Whether a quad is convex, not tiny, and mostly where the picture is."""
    if not np.isfinite(quad).all() or not cv2.isContourConvex(quad.astype(np.float32)) or abs(cv2.contourArea(quad.astype(np.float32))) < 60:
        return False
    middle = quad.mean(0)
    return 0 <= middle[0] < shape[1] and 0 <= middle[1] < shape[0] and np.ptp(quad[:, 0]) < 1.5 * shape[1] and np.ptp(quad[:, 1]) < 1.5 * shape[0]


def overlap(one, other):
    shared = cv2.intersectConvexConvex(one.astype(np.float32), other.astype(np.float32))[0]
    return shared / max(1e-6, abs(cv2.contourArea(one.astype(np.float32))) + abs(cv2.contourArea(other.astype(np.float32))) - shared)


def instances(points, matches, at, corners, shape):
    """Homographies one after the other, each without the inliers of those before."""
    kept, left = [], matches
    for _ in range(MOST_INSTANCES):
        if len(left) < LEAST_INLIERS:
            break
        matrix, mask = cv2.findHomography(
            np.float32([points[m.queryIdx] for m in left]).reshape(-1, 1, 2), np.float32([at[m.trainIdx] for m in left]).reshape(-1, 1, 2), cv2.RANSAC, REPROJECTION)
        if matrix is None or int(mask.sum()) < LEAST_INLIERS:
            break
        quad = cv2.perspectiveTransform(corners, matrix).reshape(4, 2)
        inliers = int(mask.sum())
        if sane(quad, shape) and all(overlap(quad, other) < 0.5 for other, _ in kept):
            kept.append((quad, inliers + 0.99 * inliers / len(left)))
        left = [m for m, inside in zip(left, mask.ravel()) if not inside]
    return kept


def frames(file, wanted):
    video, wanted = cv2.VideoCapture(file), set(wanted)
    for number in range(max(wanted) + 1):
        if not video.grab():
            return
        if number in wanted:
            yield number, cv2.cvtColor(video.retrieve()[1], cv2.COLOR_BGR2GRAY)


def run(folder, sift, spent):
    pictures = {os.path.basename(f)[:-4]: cv2.imread(f, cv2.IMREAD_UNCHANGED).astype(np.float32) for f in sorted(glob.glob(folder + "/logos/*.png"))}
    examples = {kind: {name: example(sift, p, sizes, len(sizes) > 1) for name, p in pictures.items()} for kind, sizes in SIZES.items()}
    for header in sorted(glob.glob(folder + "/clips/*.json")):
        clip = json.load(open(header))["Clip"]
        lines = {f"{kind}-{int(ratio * 100)}": [] for kind in SIZES for ratio in RATIOS}
        for number, gray in frames(header[:-5] + ".mp4", clip["Judged"]):
            began = time.process_time()
            keypoints, described = sift.detectAndCompute(gray, None)
            spent["features"].append(time.process_time() - began)
            if described is None or len(keypoints) < 2:
                continue
            at = [(k.pt[0] + 0.5, k.pt[1] + 0.5) for k in keypoints]
            flann = cv2.FlannBasedMatcher(dict(algorithm=1, trees=5), dict(checks=50))
            flann.add([described])
            flann.train()
            for kind, logos in examples.items():
                began = time.process_time()
                for name, (points, own, corners) in logos.items():
                    pairs = [p for p in flann.knnMatch(own, k=2) if len(p) == 2] if len(own) >= LEAST_INLIERS else []
                    for ratio in RATIOS:
                        good = [a for a, b in pairs if a.distance < ratio * b.distance]
                        for quad, score in instances(points, good, at, corners, gray.shape):
                            lines[f"{kind}-{int(ratio * 100)}"].append(
                                f"{number},{name}," + ",".join(f"{v:.2f}" for v in quad.ravel()) + f",{score:.3f}")
                spent[kind].append(time.process_time() - began)
        for finder, found in lines.items():
            os.makedirs(f"{folder}/found/{finder}", exist_ok=True)
            with open(f"{folder}/found/{finder}/{clip['Name']}.detections.csv", "w") as to:
                to.write("\n".join([HEADER] + found) + "\n")
        costs = ", ".join(f"{what} {1000 * sum(times) / max(1, len(times)):.0f}" for what, times in spent.items())
        print(f"{clip['Name']} found {({finder: len(found) for finder, found in lines.items()})}; ms of CPU a frame so far, one thread: {costs}", flush=True)


if __name__ == "__main__":
    cv2.setNumThreads(1)
    cv2.setRNGSeed(1)
    spent = {"features": [], **{kind: [] for kind in SIZES}}
    for folder in sys.argv[1:]:
        run(folder, cv2.SIFT_create(), spent)
