using VideoIndex.Logos;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Logos;

/// <summary>The table <c>found_logo</c>: a row a video and logo.</summary>
internal sealed class SqliteFoundLogoStore(Database database) : IFoundLogoStore
{
    public Task<IReadOnlyDictionary<long, string>> ReadBasesAsync(VideoId video, CancellationToken cancellationToken) => database.ReadAsync(
        connection => (IReadOnlyDictionary<long, string>)connection.Rows(
            "SELECT logo, basis FROM found_logo JOIN video ON video.ordinal = found_logo.video WHERE video.id = $video",
            row => (Logo: row.GetInt64(0), Basis: row.GetString(1)),
            ("$video", video.ToString())).ToDictionary(found => found.Logo, found => found.Basis),
        cancellationToken);

    public Task<FoundLogo?> ReadAsync(VideoId video, long logo, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Rows(
            "SELECT basis, sightings FROM found_logo JOIN video ON video.ordinal = found_logo.video WHERE video.id = $video AND logo = $logo",
            row => new FoundLogo(video, logo, row.GetString(0), SightingPacking.Unpack((byte[])row[1])),
            ("$video", video.ToString()),
            ("$logo", logo)).SingleOrDefault(),
        cancellationToken);

    public Task SaveAsync(IReadOnlyList<FoundLogo> found, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            foreach (var one in found)
            {
                if (VideoTable.OrdinalOf(connection, one.Video) is { } ordinal)
                {
                    connection.Run(
                        "INSERT OR REPLACE INTO found_logo VALUES ($video, $logo, $basis, $sightings)",
                        ("$video", ordinal),
                        ("$logo", one.Logo),
                        ("$basis", one.Basis),
                        ("$sightings", SightingPacking.Pack(one.Sightings)));
                }
            }

            return found.Count;
        },
        cancellationToken);
}
