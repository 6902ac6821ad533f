using VideoIndex.Logos.Ends;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Logos;

/// <summary>The table <c>found_end</c>: a row a video and logo.</summary>
internal sealed class SqliteFoundEndStore(Database database) : IFoundEndStore
{
    public Task<KnownEnds?> ReadAsync(VideoId video, long logo, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Rows(
            "SELECT basis, ends FROM found_end JOIN video ON video.ordinal = found_end.video WHERE video.id = $video AND logo = $logo",
            row => new KnownEnds(video, logo, row.GetString(0), EndPacking.Unpack((byte[])row[1])),
            ("$video", video.ToString()),
            ("$logo", logo)).SingleOrDefault(),
        cancellationToken);

    public Task SaveAsync(KnownEnds ends, CancellationToken cancellationToken) => database.WriteAsync(
        connection => VideoTable.OrdinalOf(connection, ends.Video) is { } ordinal
            ? connection.Run(
                "INSERT OR REPLACE INTO found_end VALUES ($video, $logo, $basis, $ends)",
                ("$video", ordinal),
                ("$logo", ends.Logo),
                ("$basis", ends.Basis),
                ("$ends", EndPacking.Pack(ends.Ends)))
            : 0,
        cancellationToken);
}
