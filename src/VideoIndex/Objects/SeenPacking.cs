using VideoIndex.Looks;

namespace VideoIndex.Objects;

/// <summary>The written form of what a detector saw at one look.</summary>
/// <remarks>
/// <code>
/// look     0 for one it failed at, else 1 + count; each: label, score, left, top, width, height
/// </code>
/// Numbers are 7 bits a byte, the lowest first.
/// </remarks>
public static class SeenPacking
{
    /// <summary>Writes what was seen; null where nothing is known.</summary>
    public static void Write(BinaryWriter to, IReadOnlyList<SeenObject>? look)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.Write7BitEncodedInt(look is null ? 0 : 1 + look.Count);
        foreach (var (label, score, box) in look ?? [])
        {
            foreach (var number in (ReadOnlySpan<int>)[label, score, box.Left, box.Top, box.Width, box.Height])
            {
                to.Write7BitEncodedInt(number);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<SeenObject>? Read(BinaryReader from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var written = from.Read7BitEncodedInt();
        if (written == 0)
        {
            return null;
        }

        var seen = new SeenObject[written - 1];
        for (var one = 0; one < seen.Length; one++)
        {
            var (label, score) = (from.Read7BitEncodedInt(), from.Read7BitEncodedInt());
            seen[one] = new SeenObject(
                label, score, new PictureBox(from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt()));
        }

        return seen;
    }
}
