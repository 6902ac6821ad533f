namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>In what numbers the products with weights are made.</summary>
public enum Precision
{
    /// <summary>Of 32 bits, as the official implementation does.</summary>
    Real32,

    /// <summary>Of 8 bits: weights with a scale a column, what they are multiplied with by its own range each time.</summary>
    Signed8,
}
