namespace VideoIndex.Inference;

/// <summary>The types of values models take and give.</summary>
public enum ElementType
{
    /// <summary>None that is known here.</summary>
    Unknown,

    /// <summary>A number of 32 bits, IEEE 754.</summary>
    Real32,

    /// <summary>A number of 16 bits, IEEE 754.</summary>
    Real16,

    /// <summary>A number of 64 bits, IEEE 754.</summary>
    Real64,

    /// <summary>A whole number from 0 to 255.</summary>
    Unsigned8,

    /// <summary>A whole number from -128 to 127.</summary>
    Signed8,

    /// <summary>A whole number of 32 bits.</summary>
    Signed32,

    /// <summary>A whole number of 64 bits.</summary>
    Signed64,

    /// <summary>True or false, a byte each.</summary>
    Truth,

    /// <summary>A word.</summary>
    Text,
}

/// <summary>Which type of this platform holds which type of a model.</summary>
public static class ElementTypes
{
    /// <summary>Returns the type of values of a tensor of <paramref name="type"/>.</summary>
    /// <exception cref="ArgumentException">No model takes it.</exception>
    public static ElementType Of(Type type) => type switch
    {
        _ when type == typeof(float) => ElementType.Real32,
        _ when type == typeof(Half) => ElementType.Real16,
        _ when type == typeof(double) => ElementType.Real64,
        _ when type == typeof(byte) => ElementType.Unsigned8,
        _ when type == typeof(sbyte) => ElementType.Signed8,
        _ when type == typeof(int) => ElementType.Signed32,
        _ when type == typeof(long) => ElementType.Signed64,
        _ when type == typeof(bool) => ElementType.Truth,
        _ => throw new ArgumentException($"A tensor cannot hold {type?.Name ?? "nothing"}.", nameof(type)),
    };
}
