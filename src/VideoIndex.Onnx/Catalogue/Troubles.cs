using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>Turns what a disk refuses into a sentence and a code.</summary>
internal static class Troubles
{
    private const int NoSpace = 28;
    private const int WindowsNoSpace = unchecked((int)0x80070070);

    /// <summary>Does something with files.</summary>
    /// <param name="folder">Where it writes.</param>
    /// <param name="work">What it does.</param>
    /// <exception cref="ModelException">The disk is full, nothing may be written there, or it is refused for its own reasons.</exception>
    public static async Task<T> TellAsync<T>(string folder, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (IOException failure) when (failure.HResult is NoSpace or WindowsNoSpace)
        {
            throw new ModelException("disk-full", $"The disk of '{folder}' is full. What was there before is untouched.", failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new ModelException("no-permission", $"'{folder}' may not be written in ({OneLine(failure)}).", failure);
        }
        catch (IOException failure)
        {
            throw new ModelException("file-error", $"'{folder}' cannot be used ({OneLine(failure)}).", failure);
        }
    }

    /// <summary>Returns whether a refusal would meet every model alike.</summary>
    public static bool IsOfTheDisk(ModelException failure) => failure.Code is "disk-full" or "no-permission" or "file-error";

    private static string OneLine(Exception failure) => failure.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
