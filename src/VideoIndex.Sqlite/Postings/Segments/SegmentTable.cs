using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>Reads and writes the tables that say which segments there are.</summary>
internal static class SegmentTable
{
    /// <summary>Returns a number for a state or a segment that nobody else has: what is kept in memory under it is right in every transaction, also in one that is taken back.</summary>
    public static long NewStamp() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    /// <summary>Returns which state the index is in.</summary>
    public static long Stamp(SqliteConnection connection) => connection.Number("SELECT stamp FROM posting_state");

    /// <summary>Marks that the index has changed.</summary>
    public static void Change(SqliteConnection connection) => connection.Run("UPDATE posting_state SET stamp = $stamp", ("$stamp", NewStamp()));

    /// <summary>Returns a number for a new segment.</summary>
    public static long NewNumber(SqliteConnection connection)
    {
        connection.Run("UPDATE posting_state SET segments = segments + 1");
        return connection.Number("SELECT segments FROM posting_state");
    }

    /// <summary>Makes a segment whose pages are written one that is searched.</summary>
    public static void Insert(SqliteConnection connection, long segment, SegmentOutline outline) => connection.Run(
        "INSERT INTO posting_segment VALUES ($segment, $stamp, $head)",
        ("$segment", segment), ("$stamp", NewStamp()), ("$head", SegmentHead.Write(outline)));

    /// <summary>Deletes a segment.</summary>
    public static void Delete(SqliteConnection connection, long segment)
    {
        connection.Run("DELETE FROM posting_segment WHERE segment = $segment", ("$segment", segment));
        connection.Run("DELETE FROM posting_dead WHERE segment = $segment", ("$segment", segment));
        connection.Run(
            "DELETE FROM posting_page WHERE key BETWEEN $first AND $last",
            ("$first", SegmentBytes.Key(segment, 0)), ("$last", SegmentBytes.Key(segment + 1, 0) - 1));
    }

    /// <summary>Gives up a merge, and deletes what it has written.</summary>
    public static void Drop(SqliteConnection connection, long output)
    {
        connection.Run("DELETE FROM posting_merge WHERE output = $output", ("$output", output));
        Delete(connection, output);
    }

    /// <summary>Marks a video as not to be found in a segment any more.</summary>
    public static void Kill(SqliteConnection connection, long segment, long video) =>
        connection.Run("INSERT INTO posting_dead VALUES ($segment, $video)", ("$segment", segment), ("$video", video));

    /// <summary>Returns the number of a class.</summary>
    public static int Class(SqliteConnection connection, ThingClass one)
    {
        var written = one.Written();
        connection.Run("INSERT OR IGNORE INTO posting_class (written) VALUES ($written)", ("$written", written));
        return (int)connection.Number("SELECT class FROM posting_class WHERE written = $written", ("$written", written));
    }

    /// <summary>Forgets all classes but some.</summary>
    public static void KeepClasses(SqliteConnection connection, IReadOnlySet<int> used)
    {
        foreach (var one in connection.Rows("SELECT class FROM posting_class", row => row.GetInt32(0)).Where(one => !used.Contains(one)))
        {
            connection.Run("DELETE FROM posting_class WHERE class = $class", ("$class", one));
        }
    }

    /// <summary>Reads the state that the transaction sees.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="stamp">Its stamp.</param>
    /// <param name="known">States read before: what is in them is not read again.</param>
    public static Snapshot Read(SqliteConnection connection, long stamp, IEnumerable<Snapshot> known)
    {
        var open = known.SelectMany(snapshot => snapshot.Segments).Select(live => live.Segment).DistinctBy(segment => segment.Stamp).ToDictionary(segment => segment.Stamp);
        var dead = connection.Rows("SELECT segment, video FROM posting_dead", row => (Segment: row.GetInt64(0), Video: row.GetInt64(1))).ToLookup(row => row.Segment, row => row.Video);
        var segments = connection.Rows("SELECT segment, stamp FROM posting_segment", row => (Number: row.GetInt64(0), Stamp: row.GetInt64(1)))
            .Select(row => open.TryGetValue(row.Stamp, out var segment) ? segment : Open(connection, row.Number, row.Stamp))
            .Select(segment => new LiveSegment(segment, DeadIn(segment, dead[segment.Number])))
            .OrderBy(live => live.Segment.Videos is [var first, ..] ? first : 0);
        return new Snapshot(stamp, [.. segments], ReadClasses(connection));
    }

    private static Segment Open(SqliteConnection connection, long number, long stamp) =>
        SegmentHead.Read(number, stamp, connection.Rows("SELECT head FROM posting_segment WHERE segment = $segment", row => row.GetFieldValue<byte[]>(0), ("$segment", number))[0]);

    private static bool[]? DeadIn(Segment segment, IEnumerable<long> videos)
    {
        bool[]? dead = null;
        foreach (var video in videos)
        {
            (dead ??= new bool[segment.Videos.Length])[segment.VideoFrom(video)] = true;
        }

        return dead;
    }

    private static List<ThingClass?> ReadClasses(SqliteConnection connection)
    {
        var classes = new List<ThingClass?>();
        foreach (var (number, written) in connection.Rows("SELECT class, written FROM posting_class ORDER BY class", row => (row.GetInt32(0), row.GetString(1))))
        {
            classes.AddRange(Enumerable.Repeat<ThingClass?>(null, number - classes.Count));
            classes.Add(ThingClass.Read(written));
        }

        return classes;
    }
}
