using System.Security.Cryptography;
using System.Text;
using VideoIndex.Pipeline.Library;
using VideoIndex.Sqlite;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Durability.Tests;

/// <summary>Everything a library holds as one text, but for the time of day and what the work cost.</summary>
internal static class Dump
{
    public static async Task<string> OfAsync(string folder)
    {
        using var library = SqliteLibrary.Open(folder);
        var files = new LibraryFolder(folder);
        await new LibrarySweep(files, library.Catalog, library.Jobs).AllAsync(default);
        var text = new StringBuilder();
        foreach (var video in await library.Catalog.ListAsync(default))
        {
            var contents = (await library.Catalog.ReadAsync(video.Id, default))!;
            text.Append(Spelled.Out(contents with { Video = Timeless(contents.Video) }));
            text.Append(Spelled.Out(await library.Catalog.ReadEvidenceAsync(video.Id, default)));
        }

        foreach (var picture in Directory.EnumerateFiles(Path.Combine(folder, "frames"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            text.Append(Path.GetRelativePath(folder, picture)).Append(' ').Append(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(picture)))).Append('\n');
        }

        return text.ToString();
    }

    private static Video Timeless(Video video) => video with { Added = default, Modified = default, Meter = null };
}
