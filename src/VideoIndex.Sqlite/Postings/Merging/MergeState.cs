using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Merging;

/// <summary>How far segments have come on their way to be one.</summary>
/// <remarks>
/// The bytes, numbers as in <see cref="ByteWriter.Number"/>: how many segments are merged, and their numbers; how many videos are taken, and of each its ordinal and from which
/// of the segments; of how many of these the things are written, and how many words those have; the last key that is written, its length before it; how many bytes are written; those
/// that are in no page yet, how many before them; how many blocks of words are written, and of each the length of its first key, the key, where it is, its length.
/// </remarks>
internal sealed record MergeState(long Output, IReadOnlyList<long> Inputs, IReadOnlyList<(long Ordinal, int Input)> Videos)
{
    /// <summary>Gets of how many videos the things are written.</summary>
    public int Written { get; init; }

    /// <summary>Gets how many words those have.</summary>
    public long Words { get; init; }

    /// <summary>Gets the last key that is written; empty for none.</summary>
    public byte[] Last { get; init; } = [];

    /// <summary>Gets how many bytes are written.</summary>
    public long At { get; init; }

    /// <summary>Gets what of those is in no page yet.</summary>
    public byte[] Unfinished { get; init; } = [];

    /// <summary>Gets the blocks of words that are written.</summary>
    public IReadOnlyList<(byte[] First, long At, int Length)> Blocks { get; init; } = [];

    /// <summary>Reads all merges that are on their way.</summary>
    public static List<MergeState> ReadAll(SqliteConnection connection) =>
        connection.Rows("SELECT output, state FROM posting_merge ORDER BY output", row => Read(row.GetInt64(0), row.GetFieldValue<byte[]>(1)));

    /// <summary>Keeps how far it has come.</summary>
    public void Save(SqliteConnection connection)
    {
        var bytes = new ByteWriter();
        bytes.Number(Inputs.Count);
        foreach (var input in Inputs)
        {
            bytes.Number(input);
        }

        bytes.Number(Videos.Count);
        foreach (var (ordinal, input) in Videos)
        {
            bytes.Number(ordinal);
            bytes.Number(input);
        }

        bytes.Number(Written);
        bytes.Number(Words);
        Write(bytes, Last);
        bytes.Number(At);
        Write(bytes, Unfinished);
        bytes.Number(Blocks.Count);
        foreach (var (first, at, length) in Blocks)
        {
            Write(bytes, first);
            bytes.Number(at);
            bytes.Number(length);
        }

        connection.Run("INSERT OR REPLACE INTO posting_merge VALUES ($output, $state)", ("$output", Output), ("$state", bytes.Written.ToArray()));
    }

    private static void Write(ByteWriter into, byte[] bytes)
    {
        into.Number(bytes.Length);
        into.Bytes(bytes);
    }

    private static MergeState Read(long output, byte[] state)
    {
        var reader = new ByteReader(state);
        var inputs = new long[reader.Count()];
        foreach (ref var input in inputs.AsSpan())
        {
            input = reader.Number();
        }

        var videos = new (long, int)[reader.Count()];
        foreach (ref var video in videos.AsSpan())
        {
            video = (reader.Number(), reader.Count());
        }

        var (written, words, last) = (reader.Count(), reader.Number(), reader.Bytes(reader.Count()).ToArray());
        var (at, unfinished) = (reader.Number(), reader.Bytes(reader.Count()).ToArray());
        var blocks = new (byte[], long, int)[reader.Count()];
        foreach (ref var block in blocks.AsSpan())
        {
            block = (reader.Bytes(reader.Count()).ToArray(), reader.Number(), reader.Count());
        }

        return new MergeState(output, inputs, videos) { Written = written, Words = words, Last = last, At = at, Unfinished = unfinished, Blocks = blocks };
    }
}
