using System.Net;
using System.Net.Sockets;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Hostile;

namespace VideoIndex.Ffmpeg.Tests.Running;

/// <summary>What a tool can reach from inside the walls. A shell stands where the tool would.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");
    private readonly ToolCall _call;

    public SandboxTests()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "input.mp4"), "the input");
        File.WriteAllText(Path.Combine(_folder.FullName, "sibling.mp4"), "the sibling");
        _call = new ToolCall(Tool.Ffmpeg, [])
        {
            Input = Path.Combine(_folder.FullName, "input.mp4"),
            Folder = _folder.CreateSubdirectory("out").FullName,
        };
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_input_can_be_read() => Assert.Equal("the input", await InsideAsync("cat /in/media.bin"));

    [Theory]
    [InlineData("cat SIBLING")]
    [InlineData("ls /in | grep -v media.bin")]
    [InlineData("cat /etc/passwd")]
    [InlineData("ls /home /root /var")]
    [InlineData("cat /proc/PARENT/environ")]
    public async Task Nothing_else_can_be_read(string script) => Assert.Equal("refused", await InsideAsync($"{script} 2>/dev/null || echo refused"));

    [Theory]
    [InlineData("echo x > /in/media.bin")]
    [InlineData("echo x > /usr/x")]
    [InlineData("rm /in/media.bin")]
    [InlineData("mount -t tmpfs none /usr")]
    public async Task Nothing_outside_the_folder_can_be_changed(string script) =>
        Assert.Equal("refused", await InsideAsync($"({script}) 2>/dev/null || echo refused"));

    [Fact]
    public async Task What_is_written_to_the_folder_comes_out()
    {
        await InsideAsync("echo here > /out/a; echo x > /lost; echo x > /tmp/lost");
        Assert.Equal("here\n", File.ReadAllText(Path.Combine(_call.Folder!, "a")));
        Assert.False(File.Exists("/lost") || File.Exists("/tmp/lost"));
    }

    [Fact]
    public async Task Nobody_can_be_called()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var call = $"bash -c 'exec 3<>/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}' 2>/dev/null && echo called || echo refused";

        Assert.Equal("called\n", (await Workshop.RunAsync(["sh", "-c", call])).Said);
        (await listener.AcceptSocketAsync()).Dispose();
        Assert.Equal("refused", await InsideAsync(call));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task No_secret_of_the_environment_goes_in() => Assert.Equal("", await InsideAsync("env | grep -vE '^(PWD|SHLVL|_)='; true"));

    [Fact]
    public async Task When_the_parent_is_killed_nothing_stays_behind()
    {
        var mark = Running.Mark();
        var endless = SandboxCommand.For(Running.Endless(mark, "-f", "null", "-"), Protection.Sandbox);
        using var parent = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", "\"$@\" & wait", "sh", .. endless]))!;
        await Running.UntilAsync(() => Running.Bearing(mark, "ffmpeg").Count > 0);

        parent.Kill(entireProcessTree: false);

        await Running.UntilAsync(() => Running.Bearing(mark).Count == 0);
    }

    private async Task<string> InsideAsync(string script)
    {
        var walls = SandboxCommand.For(_call, Protection.Sandbox).TakeWhile(word => word != "--");
        var told = script
            .Replace("SIBLING", Path.Combine(_folder.FullName, "sibling.mp4"), StringComparison.Ordinal)
            .Replace("PARENT", $"{Environment.ProcessId}", StringComparison.Ordinal);
        return (await Workshop.RunAsync([.. walls, "--", "/usr/bin/sh", "-c", told])).Said.Trim();
    }
}
