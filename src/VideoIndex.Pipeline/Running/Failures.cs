using System.Diagnostics;
using System.Reflection;
using VideoIndex.Jobs;
using VideoIndex.Media;

namespace VideoIndex.Pipeline.Running;

/// <summary>Says what kind of failure an exception is. Pure.</summary>
internal static class Failures
{
    /// <summary>The code of a disk without room.</summary>
    public const string DiskFull = "disk-full";

    private const string Fault = "fault", StoodStill = "stood-still", StageUnknown = "stage-unknown";

    /// <summary>Describes a failure of a stage.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        MediaRefusedException refused => Make(FailureKind.Permanent, refused.Code, exception),
        StoreException store => Make(store.Kind, store.Code, exception),
        IOException io when IsDiskFull(io) => Make(FailureKind.Transient, DiskFull, exception),
        StoodStillException => Make(FailureKind.Transient, StoodStill, exception),
        StageUnknownException => Make(FailureKind.Transient, StageUnknown, exception),
        _ => Make(FailureKind.Transient, Fault, exception),
    };

    /// <summary>Whether more work would fail the same way for now: there is no room, or no store.</summary>
    public static bool CallsForAPause(Exception exception) =>
        exception is StoreException { Kind: FailureKind.Transient } || (exception is IOException io && IsDiskFull(io));

    /// <summary>The same for failures of one cause: the kind of exception, and the place in our own code where it passed first.</summary>
    internal static string Fingerprint(Exception exception) =>
        new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(IsOurs) is { } place
            ? $"{exception.GetType().Name} at {NameOf(place)}"
            : exception.GetType().Name;

    private static Failure Make(FailureKind kind, string code, Exception exception) => new(kind, code, Sentence(exception), Fingerprint(exception));

    private static string Sentence(Exception exception) => exception.Message is "" ? exception.GetType().Name : exception.Message;

    private static bool IsOurs(MethodBase? method) =>
        method?.DeclaringType?.Namespace is { } space && (space == nameof(VideoIndex) || space.StartsWith(nameof(VideoIndex) + ".", StringComparison.Ordinal));

    // The compiler hides an async method in a type of its own, named <Method>d__1.
    private static string NameOf(MethodBase place)
    {
        var (type, name) = (place.DeclaringType!, place.Name);
        while (type.DeclaringType is { } outer && type.Name.StartsWith('<'))
        {
            (name, type) = (type.Name.IndexOf('>', StringComparison.Ordinal) is var end and > 1 ? type.Name[1..end] : name, outer);
        }

        return $"{type.Name.Split('`')[0]}.{name}";
    }

    private static bool IsDiskFull(IOException exception)
    {
        const int OutOfSpace = 28, OutOfQuota = 122; // ENOSPC and EDQUOT
        const int WindowsDiskFull = 112, WindowsHandleDiskFull = 39;
        var code = exception.HResult & 0xFFFF;
        return OperatingSystem.IsWindows() ? code is WindowsDiskFull or WindowsHandleDiskFull : code is OutOfSpace or OutOfQuota;
    }
}
