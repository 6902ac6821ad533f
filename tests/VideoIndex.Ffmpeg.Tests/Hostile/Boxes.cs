using System.Buffers.Binary;
using System.Text;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>Takes MP4 files apart and puts them together again, lying where asked.</summary>
internal static class Boxes
{
    private static readonly string[] Parents = ["moov", "trak", "mdia", "minf", "stbl", "dinf"];

    public static byte[] Box(string type, params byte[][] parts)
    {
        var length = 8 + parts.Sum(part => part.Length);
        return [.. Word((uint)length), .. Encoding.Latin1.GetBytes(type), .. parts.SelectMany(part => part)];
    }

    public static byte[] Word(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>Returns the boxes of a file or of a parent box's content: type, whole bytes.</summary>
    public static List<(string Type, byte[] Bytes)> Split(byte[] content)
    {
        var boxes = new List<(string, byte[])>();
        for (var at = 0; at + 8 <= content.Length;)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at));
            boxes.Add((Encoding.Latin1.GetString(content, at + 4, 4), content[at..(at + size)]));
            at += size;
        }

        return boxes;
    }

    /// <summary>Replaces every box of a type, at any depth, by what <paramref name="change"/> makes of its content. Use where the index comes last: offsets are not moved.</summary>
    public static byte[] Replace(byte[] file, string type, Func<byte[], byte[]> change) =>
        [.. Split(file).SelectMany(box => Replaced(box, type, change))];

    /// <summary>Returns the first box of a type, whole.</summary>
    public static byte[] First(byte[] file, string type) => Split(file).First(box => box.Type == type).Bytes;

    /// <summary>Overwrites bytes of every box of a type without moving any.</summary>
    public static byte[] Patch(byte[] file, string type, Action<Span<byte>> patch)
    {
        var patched = (byte[])file.Clone();
        var name = Encoding.Latin1.GetBytes(type);
        for (var at = 4; at + 4 <= patched.Length; at++)
        {
            if (patched.AsSpan(at, 4).SequenceEqual(name))
            {
                patch(patched.AsSpan(at + 4));
            }
        }

        return patched;
    }

    /// <summary>Gives every box of a type another name of four letters.</summary>
    public static byte[] Rename(byte[] file, string type, string to) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace(type, to, StringComparison.Ordinal));

    private static byte[] Replaced((string Type, byte[] Bytes) box, string type, Func<byte[], byte[]> change)
    {
        var content = box.Bytes[8..];
        return box.Type == type ? change(content)
            : Parents.Contains(box.Type) ? Box(box.Type, Replace(content, type, change))
            : box.Bytes;
    }
}
