using System.Runtime.InteropServices;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;

namespace VideoIndex.Pipeline.Logos;

/// <summary>The keypoints one decode has seen, on disk until the video is put together: look after look.</summary>
/// <remarks>
/// <code>
/// look    width, height (4 bytes each), the changed blocks (8 to a byte, lowest bit first, rows top to bottom),
///         count (4 bytes), keypoints (<see cref="SeenFeature"/>, 23 bytes each),
///         length (4 bytes), what is kept of how it looks
/// </code>
/// Little-endian. A log lives only as long as its run.
/// </remarks>
internal sealed class FeatureLog : IDisposable
{
    /// <summary>The name of the file in a work folder.</summary>
    public const string Name = "features";

    private readonly BinaryWriter _to;

    /// <summary>Begins a log in a folder.</summary>
    public FeatureLog(string folder) => _to = new BinaryWriter(File.Create(Path.Combine(folder, Name), 1 << 16));

    /// <summary>Adds a look.</summary>
    public void Add(LookFeatures look)
    {
        var (changed, features) = (look.Changed, look.Features);
        _to.Write(changed.Width);
        _to.Write(changed.Height);
        var blocks = new byte[Bytes(changed)];
        for (var block = 0; block < changed.Columns * changed.Rows; block++)
        {
            blocks[block >> 3] |= (byte)(changed[block % changed.Columns, block / changed.Columns] ? 1 << (block & 7) : 0);
        }

        _to.Write(blocks);
        _to.Write(features.Count);
        _to.Write(MemoryMarshal.AsBytes<SeenFeature>(features as SeenFeature[] ?? [.. features]));
        _to.Write(look.Still.Length);
        _to.Write(look.Still.Span);
    }

    /// <summary>Reads the log in a folder from its first look to its last; nothing where there is none.</summary>
    public static IEnumerable<LookFeatures> Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Name)))
        {
            yield break;
        }

        using var from = new BinaryReader(new FileStream(Path.Combine(folder, Name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20));
        while (from.BaseStream.Position < from.BaseStream.Length)
        {
            yield return ReadLook(from);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _to.Dispose();

    private static LookFeatures ReadLook(BinaryReader from)
    {
        var changed = new PictureArea(from.ReadInt32(), from.ReadInt32());
        var blocks = from.ReadBytes(Bytes(changed));
        for (var block = 0; block < changed.Columns * changed.Rows; block++)
        {
            changed[block % changed.Columns, block / changed.Columns] = (blocks[block >> 3] >> (block & 7) & 1) != 0;
        }

        var features = new SeenFeature[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var still = new byte[from.ReadInt32()];
        from.BaseStream.ReadExactly(still);
        return new LookFeatures(changed, features) { Still = still };
    }

    private static int Bytes(PictureArea area) => (area.Columns * area.Rows + 7) / 8;
}
