using VideoIndex.Durability.Work;
using VideoIndex.Pipeline.Library;
using VideoIndex.Videos;

namespace VideoIndex.Durability.Proof;

/// <summary>Compares the files of a library with the trees: each that is named is there with its bytes, and after a sweep no other is.</summary>
internal sealed class FileCheck(Trial trial, LibraryFolder library, Verdict verdict)
{
    /// <summary>Looks at every file below the library's folder but the library itself.</summary>
    public void Look()
    {
        var expected = trial.Forest.SelectMany(PicturesOf).ToDictionary(picture => library.PathOf(picture.Place), picture => picture.Bytes);
        foreach (var (place, bytes) in expected)
        {
            if (!File.Exists(place))
            {
                verdict.Lost.Add($"'{place}' is not there.");
            }
            else if (!File.ReadAllBytes(place).AsSpan().SequenceEqual(bytes))
            {
                verdict.Wrong.Add($"'{place}' has other bytes.");
            }
        }

        // A video that waits for a person keeps what is to be gone on with; the locks of workers are no files of a video.
        var waiting = trial.Forest.Where(tree => Ending.Of(tree).State == VideoState.Accepted).Select(tree => tree.Id.ToString()).ToHashSet();
        verdict.Wrong.AddRange(
            from folder in (string[])["frames", "work"]
            let whole = library.PathOf(folder)
            where Directory.Exists(whole)
            from file in Directory.EnumerateFiles(whole, "*", SearchOption.AllDirectories)
            where !expected.ContainsKey(file) && !waiting.Overlaps(file.Split('/')) && Path.GetExtension(file) != ".lock"
            select $"'{file}' belongs to nothing.");
    }

    private static IEnumerable<(string Place, byte[] Bytes)> PicturesOf(Tree tree)
    {
        var ending = Ending.Of(tree);
        return ending.State is VideoState.Ok or VideoState.Degraded
            ? ending.Done.Where(key => key.Stage == Stages.Part).Select(key => (Flow.PlaceOf(tree, key.Unit), tree.BytesOf(key)))
            : [];
    }
}
