using VideoIndex.Inference;

namespace VideoIndex.Onnx.Native;

/// <summary>The library's numbers for types of values (<c>enum ONNXTensorElementDataType</c>), and ours.</summary>
internal static class OrtTypes
{
    /// <summary>Returns our name of one of the library's types; unknown for those no model here uses.</summary>
    public static ElementType From(int type) => type switch
    {
        1 => ElementType.Real32,
        2 => ElementType.Unsigned8,
        3 => ElementType.Signed8,
        6 => ElementType.Signed32,
        7 => ElementType.Signed64,
        8 => ElementType.Text,
        9 => ElementType.Truth,
        10 => ElementType.Real16,
        11 => ElementType.Real64,
        _ => ElementType.Unknown,
    };

    /// <summary>Returns the library's number of a type.</summary>
    public static int To(ElementType type) => type switch
    {
        ElementType.Real32 => 1,
        ElementType.Unsigned8 => 2,
        ElementType.Signed8 => 3,
        ElementType.Signed32 => 6,
        ElementType.Signed64 => 7,
        ElementType.Text => 8,
        ElementType.Truth => 9,
        ElementType.Real16 => 10,
        ElementType.Real64 => 11,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No tensor holds it."),
    };
}
