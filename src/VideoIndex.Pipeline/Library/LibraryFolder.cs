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

    /// <summary>Makes an empty folder for what one job writes: <c>work/ID/RUN/NAME</c>, with a name nobody else has.</summary>
    /// <remarks>A job that fails deletes it; what a killed one leaves is swept when nothing names it any more.</remarks>
    public string MakeWork(VideoId video, int run) => Directory.CreateDirectory(PathOf(WorkOf(video, run, Path.GetRandomFileName()))).FullName;

    /// <summary>Returns where a job's work folder is, relative to the library.</summary>
    public static string WorkOf(VideoId video, int run, string name) => string.Create(CultureInfo.InvariantCulture, $"work/{video}/{run}/{name}");

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
