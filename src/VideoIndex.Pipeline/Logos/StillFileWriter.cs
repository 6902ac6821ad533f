using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Writes a <see cref="StillFile"/>, look after look.</summary>
internal sealed class StillFileWriter : IDisposable
{
    private readonly FileStream _to;
    private readonly MemoryStream _list = new();

    /// <summary>Begins a file; what was there is replaced.</summary>
    public StillFileWriter(string path)
    {
        _to = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        _to.Write(new byte[StillFile.HeaderSize]);
    }

    /// <summary>Gets how many looks were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds what is kept of a look.</summary>
    /// <param name="look">The look, later than the one added last.</param>
    /// <param name="whole">Whether all of it was kept.</param>
    /// <param name="kept">What was kept.</param>
    public void Add(int look, bool whole, ReadOnlySpan<byte> kept)
    {
        Span<byte> entry = stackalloc byte[StillFile.EntrySize];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)look | (whole ? StillFile.WholeFlag : 0));
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], kept.Length);
        BinaryPrimitives.WriteInt64LittleEndian(entry[8..], _to.Position);
        SHA256.HashData(kept).AsSpan(0, StillFile.HashKept).CopyTo(entry[16..]);
        _list.Write(entry);
        _to.Write(kept);
        Count++;
    }

    /// <summary>Ends the file: until then it is none.</summary>
    /// <param name="version">The version of the decoder.</param>
    public void Finish(string version)
    {
        var (header, list) = (new byte[StillFile.HeaderSize], _list.ToArray());
        StillFile.Magic.CopyTo(header, 0);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Count);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), _to.Position);
        Encoding.UTF8.GetBytes(version, header.AsSpan(StillFile.VersionAt, StillFile.Hashed - StillFile.VersionAt));
        StillFile.HashOf(header, list).CopyTo(header, StillFile.Hashed);
        _to.Write(list);
        _to.Position = 0;
        _to.Write(header);
        _to.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _to.Dispose();
        _list.Dispose();
    }
}
