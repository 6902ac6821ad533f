using System.Runtime.CompilerServices;

namespace VideoIndex.Testing;

/// <summary>
/// Compares text with the file approved for the test: <c>TimecodeTests.Some_test.approved.txt</c>, beside its source.
/// A difference leaves <c>.received.txt</c> next to it; to accept, set <c>VIDEOINDEX_APPROVE=1</c> and run again.
/// </summary>
public static class Golden
{
    public static void Verify(string received, [CallerFilePath] string source = "", [CallerMemberName] string test = "")
    {
        var stem = Path.ChangeExtension(source, null) + "." + test;
        var (approvedFile, receivedFile) = (stem + ".approved.txt", stem + ".received.txt");
        if (Environment.GetEnvironmentVariable("VIDEOINDEX_APPROVE") == "1")
        {
            File.WriteAllText(approvedFile, received);
        }

        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (received != approved)
        {
            File.WriteAllText(receivedFile, received);
        }

        Assert.Equal(approved, received);
        File.Delete(receivedFile);
    }
}
