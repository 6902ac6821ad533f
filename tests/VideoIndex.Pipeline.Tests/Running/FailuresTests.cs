using System.Runtime.CompilerServices;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Pipeline.Tests.Running;

public sealed class FailuresTests
{
    public static TheoryData<Exception, FailureKind, string, bool> Kinds => new()
    {
        { new MediaRefusedException("too-long", "It is too long."), FailureKind.Permanent, "too-long", false },
        { new BusyException(), FailureKind.Transient, "library-busy", true },
        { new BusyException(FailureKind.Permanent), FailureKind.Permanent, "library-damaged", false },
        { new IOException("No space left on device", 28), FailureKind.Transient, "disk-full", true },
        { new IOException("Disk quota exceeded", 122), FailureKind.Transient, "disk-full", true },
        { new IOException("Broken pipe", 32), FailureKind.Transient, "fault", false },
        { new OperationCanceledException(), FailureKind.Transient, "fault", false },
        { new InvalidOperationException(), FailureKind.Transient, "fault", false },
        { new StageUnknownException("hear"), FailureKind.Transient, "stage-unknown", false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_exception_is_one_kind_of_failure(Exception exception, FailureKind kind, string code, bool pauses)
    {
        var failure = Failures.Of(exception);

        Assert.Equal((kind, code), (failure.Kind, failure.Code));
        Assert.Equal(pauses, Failures.CallsForAPause(exception));
        Assert.NotEmpty(failure.Sentence);
    }

    [Fact]
    public async Task Failures_of_one_cause_have_one_fingerprint()
    {
        Assert.Equal("FormatException at FailuresTests.ReadAsync", await FingerprintOf(() => ReadAsync("x")));
        Assert.Equal("FormatException at FailuresTests.ReadAsync", await FingerprintOf(() => ReadAsync("y")));
        Assert.Equal("OverflowException at FailuresTests.ReadAsync", await FingerprintOf(() => ReadAsync("99999999999999")));
        Assert.Equal("FormatException at FailuresTests.Read", await FingerprintOf(() => Task.FromResult(Read("x"))));
    }

    [Fact]
    public void What_was_never_thrown_has_the_fingerprint_of_its_kind() =>
        Assert.Equal("InvalidOperationException", Failures.Fingerprint(new InvalidOperationException()));

    private static async Task<string> FingerprintOf(Func<Task> work) => Failures.Fingerprint((await Record.ExceptionAsync(work))!);

    private static async Task<int> ReadAsync(string text)
    {
        await Task.Yield();
        return int.Parse(text, null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Read(string text) => int.Parse(text, null);
}
