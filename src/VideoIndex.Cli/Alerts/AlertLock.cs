namespace VideoIndex.Cli.Alerts;

/// <summary>Sees to it that one program at a time serves the alerts of a library: two would both run a command for one moment.</summary>
internal static class AlertLock
{
    /// <summary>Takes the lock; null while another program has it. The system gives it back however a program ends.</summary>
    /// <param name="file">The lock's file, absolute.</param>
    public static FileStream? Take(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
