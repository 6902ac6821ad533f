namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>How the values of a tensor lie in a file of weights.</summary>
internal enum WeightType
{
    /// <summary>32 bits each, IEEE 754.</summary>
    Real32,

    /// <summary>16 bits each, IEEE 754.</summary>
    Real16,

    /// <summary>The upper 16 bits of 32.</summary>
    Brain16,

    /// <summary>ggml's <c>q4_0</c>: blocks of 32 values of 4 bits with one scale.</summary>
    Blocks4,

    /// <summary>ggml's <c>q4_1</c>: blocks of 32 values of 4 bits with a scale and a least value.</summary>
    Blocks4WithLeast,

    /// <summary>ggml's <c>q5_0</c>: blocks of 32 values of 5 bits with one scale.</summary>
    Blocks5,

    /// <summary>ggml's <c>q5_1</c>: blocks of 32 values of 5 bits with a scale and a least value.</summary>
    Blocks5WithLeast,

    /// <summary>ggml's <c>q8_0</c>: blocks of 32 values of 8 bits with one scale.</summary>
    Blocks8,
}
