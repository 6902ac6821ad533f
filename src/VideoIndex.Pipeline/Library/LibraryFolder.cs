using System.Globalization;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Library;

/// <summary>Where a library keeps its files. The layout is described in docs/library.md.</summary>
/// <param name="root">The library's folder; it is made when something is first kept in it.</param>
public sealed class LibraryFolder(string root)
{
    /// <summary>Gets the library's folder, absolute.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Returns the absolute path of a file named relative to the library.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Makes an empty folder for the pictures of one decode. Whoever asks deletes it.</summary>
    public string MakeScratch(VideoId video)
    {
        var folder = Path.Combine(Root, "tmp", video.ToString());
        DeleteFolder(folder);
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Returns where a keyframe's picture belongs, relative to the library, with forward slashes.</summary>
    public static string KeyframeName(VideoId video, int frame) =>
        string.Create(CultureInfo.InvariantCulture, $"frames/{video.ToString()[..2]}/{video}/{frame:00000000}.jpg");

    /// <summary>Moves a picture to its place; a picture already there is replaced in one step.</summary>
    public void Keep(string picture, string relative)
    {
        var target = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(picture, target, overwrite: true);
    }

    /// <summary>Deletes every picture kept of a video.</summary>
    public void DeletePictures(VideoId video) => DeleteFolder(Path.GetDirectoryName(PathOf(KeyframeName(video, 0)))!);

    /// <summary>Deletes a folder and all in it, if it exists.</summary>
    public static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
