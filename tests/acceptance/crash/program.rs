//! The real program as a process of its own, and a plain way to talk to it.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant, SystemTime},
};
use ureq::Agent;
use yizhi_tests::{Value, fixture, json};

/// Longest wait for anything; a test that reaches it has failed.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// `target/debug/yizhi`, which stands beside the folder of this test program. A stale one would test yesterday.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let path = test.parent().and_then(Path::parent).unwrap().join("yizhi");
    let built = fs::metadata(&path).and_then(|found| found.modified());
    let built = built.unwrap_or_else(|error| {
        panic!(
            "{}: {error}; `cargo build --workspace` makes it, and so does `cargo test --workspace`",
            path.display()
        )
    });
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut newest = (SystemTime::UNIX_EPOCH, PathBuf::new());
    for folder in [
        "app",
        "casework",
        "dispatch",
        "documents",
        "domain",
        "linkage",
        "persistence",
    ] {
        newest_source(&workspace.join("crates").join(folder).join("src"), &mut newest);
    }
    newest_source(&workspace.join("migrations/src"), &mut newest);
    assert!(
        newest.0 <= built,
        "{} is older than {}; `cargo build --workspace` makes it anew",
        path.display(),
        newest.1.display()
    );
    path
}

fn newest_source(folder: &Path, newest: &mut (SystemTime, PathBuf)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            newest_source(&path, newest);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let changed = fs::metadata(&path).unwrap().modified().unwrap();
            if changed > newest.0 {
                *newest = (changed, path);
            }
        }
    }
}

/// A running server; it is killed when this value goes away.
pub(super) struct Program {
    child: Child,
    port: u16,
}

impl Program {
    /// Starts it on a database and a folder; answers when it answers. The clock is set the first time only.
    pub(super) fn start(database: &str, data: &Path, clock: Option<&str>) -> Self {
        let mut attempts = 0;
        loop {
            attempts += 1;
            // Between our finding a port and its taking it, somebody else may.
            match Self::try_start(database, data, clock) {
                Ok(program) => return program,
                Err(_) if attempts < 3 => {}
                Err(log) => panic!("the program did not start:\n{log}"),
            }
        }
    }

    fn try_start(database: &str, data: &Path, clock: Option<&str>) -> Result<Self, String> {
        let port = TcpListener::bind(("127.0.0.1", 0))
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let log = data.join("log");
        let mut command = Command::new(program());
        command.args([
            "serve",
            "--trial",
            "--database",
            database,
            "--port",
            &port.to_string(),
        ]);
        command
            .arg("--data")
            .arg(data)
            .arg("--county")
            .arg(fixture::folder());
        if let Some(clock) = clock {
            command.args(["--clock", clock]);
        }
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&log).unwrap());
        let mut child = command.spawn().unwrap();
        let stdout = child.stdout.take().unwrap();
        let mut program = Self { child, port };
        if listens(stdout) && program.answers() {
            return Ok(program);
        }
        program.kill();
        Err(fs::read_to_string(log).unwrap_or_default())
    }

    /// It says that it listens just before it does; then the first answer is not far.
    fn answers(&mut self) -> bool {
        let client = Client::new(self.port, None);
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            if client.get("/api/health").is_ok_and(|(status, _)| status == 200) {
                return true;
            }
            thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// Ends it with SIGKILL: nothing of it runs any more.
    pub(super) fn kill(&mut self) {
        let _ended_already = self.child.kill();
        self.child.wait().unwrap();
    }

    /// Signs in.
    pub(super) fn sign_in(&self, login: &str) -> String {
        let body = json!({"login": login, "password": "yizhi-trial"});
        let answer = Client::new(self.port, None).send("/api/session", &body).unwrap();
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.cookie.unwrap()
    }

    /// A client with somebody's session.
    pub(super) fn client(&self, cookie: &str) -> Client {
        Client::new(self.port, Some(cookie))
    }

    /// Waits until nothing waits to be followed up.
    pub(super) fn settle(&self) {
        let client = Client::new(self.port, None);
        let begun = Instant::now();
        loop {
            let (_, health) = client.get("/api/health").unwrap();
            if health["waiting"] == 0 {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "reactions still wait: {health}");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Reads what it prints until it says that it listens; `false` when it ends before, or says nothing for long.
fn listens(stdout: impl std::io::Read + Send + 'static) -> bool {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines() {
            let Ok(line) = line else { break };
            if line.starts_with("listening on ") {
                let _nobody_waits = tell.send(());
            }
        }
    });
    told.recv_timeout(PATIENCE).is_ok()
}

/// Talks to the program as a page does.
pub(super) struct Client {
    agent: Agent,
    base: String,
    cookie: Option<String>,
}

/// What came back to something that was sent.
pub(super) struct Sent {
    pub(super) status: u16,
    pub(super) body: Value,
    cookie: Option<String>,
}

impl Client {
    fn new(port: u16, cookie: Option<&str>) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build();
        Self {
            agent: config.new_agent(),
            base: format!("http://127.0.0.1:{port}"),
            cookie: cookie.map(ToOwned::to_owned),
        }
    }

    pub(super) fn get(&self, path: &str) -> Result<(u16, Value), ureq::Error> {
        let mut request = self.agent.get(format!("{}{path}", self.base));
        if let Some(cookie) = &self.cookie {
            request = request.header("Cookie", cookie);
        }
        let mut response = request.call()?;
        let body = response.body_mut().read_to_string()?;
        Ok((
            response.status().as_u16(),
            serde_json::from_str(&body).unwrap_or_default(),
        ))
    }

    /// An error means that no answer came, so nobody knows whether it was done.
    pub(super) fn send(&self, path: &str, body: &Value) -> Result<Sent, ureq::Error> {
        let mut request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("Content-Type", "application/json")
            .header("X-Yizhi-Client", "test");
        if let Some(cookie) = &self.cookie {
            request = request.header("Cookie", cookie);
        }
        let mut response = request.send(body.to_string())?;
        let cookie = response
            .headers()
            .get("set-cookie")
            .and_then(|value| value.to_str().ok());
        let cookie = cookie
            .and_then(|text| text.split(';').next())
            .map(ToOwned::to_owned);
        let text = response.body_mut().read_to_string()?;
        Ok(Sent {
            status: response.status().as_u16(),
            body: serde_json::from_str(&text).unwrap_or_default(),
            cookie,
        })
    }
}
