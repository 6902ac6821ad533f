using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Pages;

/// <summary>The bytes of a segment, which lie in pages, each a row of <c>posting_page</c>: what it holds, then its checksum, four bytes, little-endian.</summary>
internal sealed class SegmentBytes(SqliteConnection connection, PageCache cache, long segment, long stamp)
{
    /// <summary>How many bytes of a segment a page holds.</summary>
    /// <remarks>With its checksum it takes eight whole pages of SQLite's, and the 489 bytes that stay in the tree: nothing is wasted.</remarks>
    public const int PerPage = 33_216;

    private const int BitsOfPage = 24;
    private const int LongestNumber = 10;
    private const long AllStretches = long.MinValue; // what they are kept under, among pages

    private static readonly ConditionalWeakTable<SqliteConnection, SqliteCommand> Statements = [];

    private byte[] _page = [];
    private long _number = -1;

    /// <summary>Returns the key of a page.</summary>
    public static long Key(long segment, long page) => (segment << BitsOfPage) | page;

    /// <summary>Returns bytes; what follows them in memory, at least <see cref="Bits.Slack"/> bytes, may be read and says nothing.</summary>
    /// <param name="at">Where they start.</param>
    /// <param name="count">How many there must be.</param>
    public ReadOnlySpan<byte> Read(long at, int count)
    {
        var (number, from) = Math.DivRem(at, PerPage);
        Turn(number);
        if (from + count <= _page.Length - Bits.Slack)
        {
            return _page.AsSpan((int)from);
        }

        var joined = new byte[count + Bits.Slack];
        for (var done = 0; done < count;)
        {
            (number, from) = Math.DivRem(at + done, PerPage);
            Turn(number);
            var here = (int)Math.Min(count - done, _page.Length - Bits.Slack - from);
            if (here <= 0)
            {
                throw Damage.Found();
            }

            _page.AsSpan((int)from, here).CopyTo(joined.AsSpan(done));
            done += here;
        }

        return joined;
    }

    /// <summary>Returns a skip table of the segment that is kept, or reads it.</summary>
    public SkipTable Skips(long at, long bytes, int blocks)
    {
        if (cache.Find<SkipTable>(stamp, -1 - at) is { } kept)
        {
            return kept;
        }

        var first = (int)Math.Min(bytes, LongestNumber);
        var reader = new ByteReader(Read(at, first)[..first]);
        var lines = reader.Count();
        if (lines > bytes)
        {
            throw Damage.Found();
        }

        var table = SkipTable.Read(Read(at + reader.At, lines)[..lines], blocks, reader.At);
        if (table.Bytes > 1024)
        {
            cache.Keep(stamp, -1 - at, table, table.Bytes);
        }

        return table;
    }

    /// <summary>Returns the numbers of the segment that are kept.</summary>
    /// <param name="count">How many stretches of things it has.</param>
    public Stretches Kept(int count)
    {
        if (cache.Find<Stretches>(stamp, AllStretches) is { } kept)
        {
            return kept;
        }

        var none = new Stretches(count);
        cache.Keep(stamp, AllStretches, none, none.Bytes);
        return none;
    }

    /// <summary>Keeps more of them.</summary>
    public void Keep(Stretches all, int stretch, long[] numbers)
    {
        all.Keep(stretch, numbers);
        cache.Keep(stamp, AllStretches, all, Buffer.ByteLength(numbers));
    }

    /// <summary>Returns the page a byte is in, and its place there.</summary>
    public (byte[] Page, int From) Page(long at)
    {
        var (number, from) = Math.DivRem(at, PerPage);
        Turn(number);
        return from < _page.Length - Bits.Slack ? (_page, (int)from) : throw Damage.Found();
    }

    private void Turn(long number)
    {
        if (number != _number)
        {
            _page = cache.Find<byte[]>(stamp, number) ?? Load(number);
            _number = number;
        }
    }

    // One statement for each connection, and one copy of the bytes: where nothing is in memory, this is what a search spends its time on.
    private byte[] Load(long number)
    {
        var command = Statements.GetValue(connection, one => one.Statement("SELECT bytes FROM posting_page WHERE key = $key"));
        using (var current = connection.CreateCommand())
        {
            command.Transaction = current.Transaction;
        }

        command.Parameters.Clear();
        command.Parameters.AddWithValue("$key", Key(segment, number));
        using var reader = command.ExecuteReader();
        var stored = reader.Read() ? SQLitePCL.raw.sqlite3_column_blob(reader.Handle, 0) : [];
        var length = stored.Length - sizeof(uint);
        if (length < 0 || Checksum.Of(stored[..length]) != BinaryPrimitives.ReadUInt32LittleEndian(stored[length..]))
        {
            throw Damage.Found();
        }

        var page = new byte[length + Bits.Slack];
        stored[..length].CopyTo(page);
        cache.Keep(stamp, number, page, page.Length);
        return page;
    }
}
