using System.Diagnostics.CodeAnalysis;

namespace VideoIndex.Videos;

/// <summary>Names one video in the library: the first 128 bits of the SHA-256 of its bytes, as 32 lower-case hex digits.</summary>
/// <remarks>The same bytes always have the same id, so a file added twice, under any name, is one video.</remarks>
public readonly record struct VideoId : IComparable<VideoId>
{
    private readonly UInt128 _value;

    /// <summary>Creates the id of content with the given SHA-256.</summary>
    /// <exception cref="ArgumentException">The hash is not 32 bytes.</exception>
    public VideoId(ReadOnlySpan<byte> sha256)
    {
        if (sha256.Length != 32)
        {
            throw new ArgumentException("A SHA-256 is 32 bytes.", nameof(sha256));
        }

        _value = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(sha256);
    }

    private VideoId(UInt128 value) => _value = value;

    /// <summary>Reads 32 hex digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VideoId id)
    {
        id = default;
        if (text is not { Length: 32 } || !text.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        id = new VideoId(UInt128.Parse(text, System.Globalization.NumberStyles.AllowHexSpecifier, null));
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(VideoId other) => _value.CompareTo(other._value);

    /// <summary>Returns the 32 hex digits, as they appear in paths and links.</summary>
    public override string ToString() => _value.ToString("x32", null);

    /// <summary>Compares order.</summary>
    public static bool operator <(VideoId left, VideoId right) => left.CompareTo(right) < 0;

    /// <summary>Compares order.</summary>
    public static bool operator >(VideoId left, VideoId right) => left.CompareTo(right) > 0;

    /// <summary>Compares order.</summary>
    public static bool operator <=(VideoId left, VideoId right) => left.CompareTo(right) <= 0;

    /// <summary>Compares order.</summary>
    public static bool operator >=(VideoId left, VideoId right) => left.CompareTo(right) >= 0;
}
