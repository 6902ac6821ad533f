namespace VideoIndex.Objects;

/// <summary>The classes of things that detectors learned on COCO know, and the kinds they are of.</summary>
/// <remarks>The names and the kinds are those of COCO's 2017 annotations (categories and supercategories), in their order.</remarks>
public static class ObjectClasses
{
    /// <summary>Gets the kinds, each with its classes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["person"] = ["person"],
        ["vehicle"] = ["bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat"],
        ["street furniture"] = ["traffic light", "fire hydrant", "stop sign", "parking meter", "bench"],
        ["animal"] = ["bird", "cat", "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe"],
        ["accessory"] = ["backpack", "umbrella", "handbag", "tie", "suitcase"],
        ["sports equipment"] =
        [
            "frisbee", "skis", "snowboard", "sports ball", "kite", "baseball bat", "baseball glove", "skateboard", "surfboard", "tennis racket",
        ],
        ["kitchenware"] = ["bottle", "wine glass", "cup", "fork", "knife", "spoon", "bowl"],
        ["food"] = ["banana", "apple", "sandwich", "orange", "broccoli", "carrot", "hot dog", "pizza", "donut", "cake"],
        ["furniture"] = ["chair", "couch", "potted plant", "bed", "dining table", "toilet"],
        ["electronics"] = ["tv", "laptop", "mouse", "remote", "keyboard", "cell phone"],
        ["appliance"] = ["microwave", "oven", "toaster", "sink", "refrigerator"],
        ["household item"] = ["book", "clock", "vase", "scissors", "teddy bear", "hair drier", "toothbrush"],
    };

    /// <summary>Gets the eighty classes, in the order in which models give them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Values.SelectMany(classes => classes)];

    private static readonly Dictionary<string, int> FirstOfKind =
        Kinds.Values.SelectMany(classes => classes.Select(name => (name, First: Names.ToList().IndexOf(classes[0])))).ToDictionary(one => one.name, one => one.First);

    /// <summary>Returns a number that all classes of one kind have in common, and no others; a class that is of no known kind is one for itself.</summary>
    /// <param name="labels">A detector's classes.</param>
    /// <param name="label">One of them, from 0.</param>
    internal static int KindOf(IReadOnlyList<string> labels, int label) =>
        FirstOfKind.TryGetValue(labels[label], out var first) ? first : Names.Count + label;
}
