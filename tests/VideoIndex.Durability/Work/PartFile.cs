using VideoIndex.Durability.Faults;
using VideoIndex.Jobs;
using VideoIndex.Pipeline.Library;

namespace VideoIndex.Durability.Work;

/// <summary>Writes a part's file as every file of a library is written: aside, synced, renamed.</summary>
internal sealed class PartFile(LibraryFolder library, FaultPoints points)
{
    private const string Aside = "picture.part", Name = "picture";

    /// <summary>Writes it into a folder of its own.</summary>
    /// <returns>Where it is, relative to the library.</returns>
    public string Write(Tree tree, JobKey part)
    {
        var folder = library.MakeWork(part.Video, part.Run);
        var (aside, target) = (Path.Combine(folder, Aside), Path.Combine(folder, Name));
        using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(tree.BytesOf(part));
            points.Pass("file.written");
            stream.Flush(flushToDisk: true);
            points.Pass("file.flushed");
        }

        File.Move(aside, target);
        points.Pass("file.renamed");
        Disk.FlushFolder(folder);
        points.Pass("file.durable");
        return LibraryFolder.WorkOf(part.Video, part.Run, Path.GetFileName(folder)) + "/" + Name;
    }
}
