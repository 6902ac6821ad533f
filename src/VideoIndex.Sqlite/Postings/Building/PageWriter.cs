using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Building;

/// <summary>Writes the bytes of a segment, one after another, in pages.</summary>
/// <param name="connection">The connection, a writing transaction open.</param>
/// <param name="segment">The segment.</param>
/// <param name="at">How many bytes it has already, where its writing goes on.</param>
/// <param name="unfinished">What of those is in no page yet.</param>
internal sealed class PageWriter(SqliteConnection connection, long segment, long at, ReadOnlySpan<byte> unfinished) : IDisposable
{
    private readonly byte[] _page = Begin(unfinished);
    private readonly SqliteCommand _insert = connection.Statement("INSERT INTO posting_page VALUES ($key, $bytes)");

    /// <summary>Gets how many bytes the segment has.</summary>
    public long At { get; private set; } = at;

    /// <summary>Gets what is in no page yet.</summary>
    public ReadOnlySpan<byte> Unfinished => _page.AsSpan(0, (int)(At % SegmentBytes.PerPage));

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var from = (int)(At % SegmentBytes.PerPage);
            var here = Math.Min(bytes.Length, SegmentBytes.PerPage - from);
            bytes[..here].CopyTo(_page.AsSpan(from));
            At += here;
            bytes = bytes[here..];
            if (from + here == SegmentBytes.PerPage)
            {
                Write((At / SegmentBytes.PerPage) - 1, SegmentBytes.PerPage);
            }
        }
    }

    /// <summary>Appends bytes that lie in one page.</summary>
    public void AppendWhole(ReadOnlySpan<byte> bytes)
    {
        var place = SegmentHead.Placed(At, bytes.Length);
        if (place > At)
        {
            _page.AsSpan((int)(At % SegmentBytes.PerPage)).Clear();
            Write(At / SegmentBytes.PerPage, SegmentBytes.PerPage);
            At = place;
        }

        Append(bytes);
    }

    /// <summary>Writes the last page.</summary>
    public void Finish()
    {
        if (Unfinished.Length > 0)
        {
            Write(At / SegmentBytes.PerPage, Unfinished.Length);
        }
    }

    public void Dispose() => _insert.Dispose();

    private void Write(long page, int length)
    {
        var bytes = new byte[length + sizeof(uint)];
        _page.AsSpan(0, length).CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(length), Checksum.Of(_page.AsSpan(0, length)));
        _insert.Run(("$key", SegmentBytes.Key(segment, page)), ("$bytes", bytes));
    }

    private static byte[] Begin(ReadOnlySpan<byte> unfinished)
    {
        var page = new byte[SegmentBytes.PerPage];
        unfinished.CopyTo(page);
        return page;
    }
}
