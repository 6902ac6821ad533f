using VideoIndex.Pipeline.Library;

namespace VideoIndex.Cli.Commands.Searching;

/// <summary>The turn to write a library into Elasticsearch, which one program on this machine has at a time. The operating system takes it back when the program ends, however it ends.</summary>
internal static class FeedTurn
{
    private const string FileName = "elasticsearch.lock";

    /// <summary>Takes it; null while another program has it.</summary>
    public static IDisposable? Take(LibraryFolder folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder.Root, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
