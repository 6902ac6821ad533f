using VideoIndex.Cli.Models;
using VideoIndex.Onnx.Binding;

namespace VideoIndex.Cli.Tests.Models;

/// <summary>Scripts stand in for npm: no test reaches a network.</summary>
public sealed class RuntimeInstallTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videoindex-runtime-");

    private string Models => Path.Combine(_folder.FullName, "models");

    private string Installed => Path.Combine(Models, OnnxRuntime.InstalledName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Without_npm_a_sentence_says_what_to_install()
    {
        var failure = await FailureAsync(new NpmProgram("npm-that-is-not-installed"));

        Assert.Equal((ExitCodes.ToolMissing, "tool-missing"), (failure.ExitCode, failure.Code));
        Assert.Equal("ONNX Runtime comes by npm, which is not installed: apt-get install npm", failure.Message);
    }

    [Theory]
    [InlineData("EAI_AGAIN")]
    [InlineData("ECONNREFUSED")]
    public async Task Without_a_network_a_sentence_says_so(string code)
    {
        var failure = await FailureAsync(Npm($"echo 'npm error code {code}' >&2; echo 'npm error syscall connect' >&2; exit 1"));

        Assert.Equal("no-network", failure.Code);
        Assert.Equal($"npm cannot reach the packages it fetches ({code}). Try again with a network, or name a library by VIDEOINDEX_ONNXRUNTIME.", failure.Message);
    }

    [Fact]
    public async Task What_else_npm_says_is_passed_on_as_one_line()
    {
        var failure = await FailureAsync(Npm("printf 'npm warn old\\nnpm error code EUSAGE\\nnpm error more\\n' >&2; exit 1"));

        Assert.Equal(("npm-failed", "npm could not fetch ONNX Runtime: code EUSAGE"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_library_of_another_hash_is_not_kept_and_the_one_in_use_stays()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Installed)!);
        await File.WriteAllTextAsync(Installed, "the one in use");

        var failure = await FailureAsync(Npm(
            "for a in x64 arm64; do mkdir -p node_modules/onnxruntime-node/bin/napi-v6/linux/$a; echo other > node_modules/onnxruntime-node/bin/napi-v6/linux/$a/libonnxruntime.so.1; done"));

        Assert.Equal("wrong-hash", failure.Code);
        Assert.Equal("the one in use", await File.ReadAllTextAsync(Installed));
    }

    [Fact]
    public async Task Npm_is_given_a_lock_that_pins_hashes_and_names_no_host_and_runs_no_scripts()
    {
        var seen = Path.Combine(_folder.FullName, "seen");
        await FailureAsync(Npm($"echo \"$*\" > {seen}.words; cp package-lock.json {seen}.lock; cp package.json {seen}.json"));

        Assert.StartsWith("ci --ignore-scripts", await File.ReadAllTextAsync($"{seen}.words"), StringComparison.Ordinal);
        var locked = await File.ReadAllTextAsync($"{seen}.lock");
        Assert.DoesNotContain("resolved", locked, StringComparison.Ordinal);
        Assert.Contains("sha512-twhs1C2C", locked, StringComparison.Ordinal);
        Assert.Contains("\"onnxruntime-node\": \"1.30.0\"", await File.ReadAllTextAsync($"{seen}.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_do_not_disturb_each_other()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Installed)!);
        using var first = new FileStream(Path.Combine(Models, "runtime", ".lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("already-installing", (await FailureAsync(Npm("exit 1"))).Code);
    }

    [OnnxFact]
    public async Task The_library_is_moved_into_its_place_and_not_fetched_again()
    {
        var npm = Npm($"for a in x64 arm64; do mkdir -p node_modules/onnxruntime-node/bin/napi-v6/linux/$a; cp '{OnnxLibrary.Path}' node_modules/onnxruntime-node/bin/napi-v6/linux/$a/; done");

        var first = await RuntimeInstall.RunAsync(Models, npm, CancellationToken.None);
        var second = await RuntimeInstall.RunAsync(Models, new NpmProgram("npm-that-is-not-installed"), CancellationToken.None);

        Assert.Equal(new InstalledRuntime(Installed, Already: false), first);
        Assert.Equal(new InstalledRuntime(Installed, Already: true), second);
        Assert.Equal([Installed], Directory.GetFileSystemEntries(Path.Combine(Models, "runtime")));
        Assert.Null(new OnnxRuntime(new OnnxRuntimeOptions { Library = Installed }).Missing);
    }

    private async Task<CommandException> FailureAsync(NpmProgram npm)
    {
        var failure = await Assert.ThrowsAsync<CommandException>(() => RuntimeInstall.RunAsync(Models, npm, CancellationToken.None));
        Assert.False(Directory.Exists(Path.Combine(Models, "runtime", ".fetch")));
        return failure;
    }

    private NpmProgram Npm(string script)
    {
        var path = Path.Combine(_folder.FullName, "npm");
        File.WriteAllText(path, script);
        return new NpmProgram("/bin/sh", path);
    }
}
