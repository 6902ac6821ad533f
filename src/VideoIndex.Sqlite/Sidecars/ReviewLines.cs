using Microsoft.Data.Sqlite;
using VideoIndex.Reviews;
using VideoIndex.Sqlite.Reviews;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Sidecars;

/// <summary>Carries the lines people wrote of a video from one library to another: lines are numbered anew, and go on naming each other.</summary>
internal static class ReviewLines
{
    /// <summary>Returns a video's lines, numbered from 1 within it.</summary>
    public static IReadOnlyList<ReviewEntry> Numbered(IReadOnlyList<ReviewEntry> lines)
    {
        var numbers = lines.Index().ToDictionary(line => line.Item.Number, line => line.Index + 1L);
        return [.. lines.Select(line => line with { Number = numbers[line.Number], Tag = line.Tag is { } tag ? numbers[tag] : null })];
    }

    /// <summary>Adds the lines a video has not, in their order, after those it has.</summary>
    public static void Add(SqliteConnection connection, long ordinal, VideoId video, IReadOnlyList<ReviewEntry> lines)
    {
        var known = ReviewTable.Read(connection, ordinal, video);
        var numbers = new Dictionary<long, long>();
        foreach (var line in lines)
        {
            var here = line with { Tag = line.Tag is { } tag ? numbers[tag] : null };
            var same = known.FirstOrDefault(one => one with { Number = line.Number } == here);
            numbers[line.Number] = (same ?? ReviewTable.Add(connection, ordinal, here)).Number;
        }
    }
}
