using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Pipeline.Tests.Running;

public sealed class OwnerLocksTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("owners-");
    private readonly LibraryFolder _library;

    public OwnerLocksTests() => _library = new LibraryFolder(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void No_two_workers_have_one_name_even_in_one_program()
    {
        var owners = Enumerable.Range(0, 50).Select(_ => OwnerLocks.Take(_library)).ToList();

        Assert.Equal(50, owners.Select(owner => owner.Owner).Distinct().Count());

        owners.ForEach(owner => owner.Dispose());
        Assert.Empty(Files());
    }

    [Fact]
    public async Task The_living_are_not_found_dead()
    {
        using var one = OwnerLocks.Take(_library);
        using var other = OwnerLocks.Take(_library);

        Assert.Empty(await DeadAsync(one));
        Assert.Empty(await DeadAsync(other));
        Assert.Equal(2, Files().Count());
    }

    [Fact]
    public async Task A_lock_nobody_holds_belonged_to_the_dead_and_is_found_once()
    {
        using var alive = OwnerLocks.Take(_library);
        Leave("dead");

        Assert.Equal(["dead"], await DeadAsync(alive));
        Assert.Empty(await DeadAsync(alive));
        Assert.Single(Files());
    }

    [Fact]
    public async Task The_dead_are_found_again_until_their_jobs_are_given_up()
    {
        using var alive = OwnerLocks.Take(_library);
        Leave("dead");

        await Assert.ThrowsAsync<IOException>(() => alive.FindDeadAsync(_ => throw new IOException(), default));

        Assert.Equal(["dead"], await DeadAsync(alive));
    }

    [Fact]
    public async Task Two_that_look_at_once_do_not_both_find_the_dead()
    {
        using var one = OwnerLocks.Take(_library);
        using var other = OwnerLocks.Take(_library);
        Leave("dead");

        var found = 0;
        await one.FindDeadAsync(async _ => found += 1 + (await DeadAsync(other)).Count, default);

        Assert.Equal(1, found);
    }

    private void Leave(string owner) => File.WriteAllText(_library.PathOf($"work/owners/{owner}.lock"), "");

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_library.PathOf("work/owners"));

    private static async Task<List<string>> DeadAsync(OwnerLocks owner)
    {
        var dead = new List<string>();
        await owner.FindDeadAsync(
            name =>
            {
                dead.Add(name);
                return Task.CompletedTask;
            },
            default);
        return dead;
    }
}
