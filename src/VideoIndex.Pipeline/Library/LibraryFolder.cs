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

    /// <summary>Returns where the picture of a survey's frame belongs until the keyframes take its place.</summary>
    public static string FirstLookName(VideoId video, long timestamp) =>
        string.Create(CultureInfo.InvariantCulture, $"frames/{video.ToString()[..2]}/{video}/first-{timestamp}.jpg");

    /// <summary>Returns where the keypoints of a video belong, relative to the library.</summary>
    public static string FeaturesName(VideoId video) => string.Create(CultureInfo.InvariantCulture, $"features/{video.ToString()[..2]}/{video}");

    /// <summary>Returns where the stills of a video belong, relative to the library.</summary>
    public static string StillsName(VideoId video) => string.Create(CultureInfo.InvariantCulture, $"stills/{video.ToString()[..2]}/{video}");

    /// <summary>Returns where a video's side-car lies when no other folder was named, relative to the library.</summary>
    public static string SidecarName(VideoId video) => $"sidecars/{video}.videoindex.json";

    /// <summary>Returns how many bytes a kept file takes; 0 where there is none.</summary>
    public long SizeOf(string relative) => new FileInfo(PathOf(relative)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Returns the absolute path of a place, its folder made.</summary>
    public string PlaceFor(string relative)
    {
        var target = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return target;
    }

    /// <summary>Moves a file to its place; what was there is replaced in one step, and only by a file that is whole on disk.</summary>
    /// <returns><see langword="false"/> when there is no such file, and none in its place from an earlier try either.</returns>
    public bool Keep(string source, string relative)
    {
        var target = PlaceFor(relative);
        if (File.Exists(PathOf(source)))
        {
            Disk.Flush(PathOf(source));
            File.Move(PathOf(source), target, overwrite: true);
        }

        return File.Exists(target);
    }

    /// <summary>Returns when the pictures, keypoints and stills moved to a video's folders would survive a power cut.</summary>
    public void MakeSure(VideoId video)
    {
        foreach (var kept in (string[])[KeyframeName(video, 0), FeaturesName(video), StillsName(video)])
        {
            var folder = Path.GetDirectoryName(PathOf(kept))!;
            if (Directory.Exists(folder))
            {
                Disk.FlushFolder(folder);
            }
        }
    }

    /// <summary>Returns the pictures kept of a video, relative to the library, with forward slashes.</summary>
    public List<string> PicturesOf(VideoId video)
    {
        var folder = Path.GetDirectoryName(KeyframeName(video, 0))!;
        return Directory.Exists(PathOf(folder))
            ? [.. Directory.EnumerateFiles(PathOf(folder)).Select(file => $"{folder}/{Path.GetFileName(file)}")]
            : [];
    }

    /// <summary>Returns the videos that have a work folder: those that are worked on, and those that may have left something.</summary>
    public List<VideoId> VideosWithWork() => Directory.Exists(PathOf("work"))
        ? [.. Directory.EnumerateDirectories(PathOf("work"))
            .Select(folder => VideoId.TryParse(Path.GetFileName(folder), out var video) ? video : (VideoId?)null)
            .OfType<VideoId>()]
        : [];

    /// <summary>Marks a video as one that may leave something: the next sweep will look after it.</summary>
    public void Mark(VideoId video) => Directory.CreateDirectory(PathOf($"work/{video}"));

    /// <summary>Deletes a video's pictures, keypoints and stills, and its side-car in the library.</summary>
    public void DeleteKept(VideoId video)
    {
        DeleteFolder(Path.GetDirectoryName(PathOf(KeyframeName(video, 0)))!);
        Delete(FeaturesName(video));
        Delete(StillsName(video));
        Delete(SidecarName(video));
    }

    /// <summary>Deletes a kept file, if it is there.</summary>
    public void Delete(string relative)
    {
        if (File.Exists(PathOf(relative)))
        {
            File.Delete(PathOf(relative));
        }
    }

    /// <summary>Deletes the work folder of a video.</summary>
    public void DeleteWork(VideoId video) => DeleteFolder(PathOf($"work/{video}"));

    /// <summary>Deletes a folder and all in it, if it exists.</summary>
    public static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
