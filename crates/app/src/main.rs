//! `yizhi`: serve, rebuild, run a job, make an account, print the API.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks to the person at it"
)]

use clap::{Args, Parser, Subcommand};
use rocket::{fairing::AdHoc, tokio};
use std::{io::Read as _, net::IpAddr, path::PathBuf, process::ExitCode};
use tracing_subscriber::EnvFilter;
use yizhi_app::{
    build, jobs, openapi,
    parts::Parts,
    start::{self, Places, StartError},
    trial,
    usecases::sign_in::hash_password,
};
use yizhi_domain::{Moment, id::PersonId};
use yizhi_persistence::Account;

#[derive(Parser)]
#[command(
    name = "yizhi",
    version,
    about = "Case management of a unified enforcement force"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Args, Clone)]
struct Where {
    /// Database: `sqlite:FILE?mode=rwc` or `postgres://…`; default `sqlite` in the data folder
    #[arg(long, env = "YIZHI_DATABASE")]
    database: Option<String>,
    /// Folder for the database and stored files
    #[arg(long, env = "YIZHI_DATA", default_value = "data")]
    data: PathBuf,
    /// Folder of the county, read when the database is new
    #[arg(long, env = "YIZHI_COUNTY", default_value = "fixtures/counties/330383")]
    county: PathBuf,
    /// A trial: invented people, accounts on show, a clock that can be moved; loopback only
    #[arg(long)]
    trial: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the application
    Serve {
        #[command(flatten)]
        places: Where,
        /// Address to listen on
        #[arg(long, default_value = "127.0.0.1")]
        address: IpAddr,
        /// Port to listen on
        #[arg(long, default_value_t = 8000)]
        port: u16,
        /// In a trial: the moment the clock shows at the start, such as 2026-07-20T09:00:00+08:00
        #[arg(long)]
        clock: Option<Moment>,
    },
    /// Rebuild every projection from the journal
    Rebuild {
        #[command(flatten)]
        places: Where,
    },
    /// Run one job now: outbox_relay, deadline_watch
    Job {
        #[command(flatten)]
        places: Where,
        /// Name of the job
        name: String,
    },
    /// Make or change an account; the password is read from standard input
    Account {
        #[command(flatten)]
        places: Where,
        /// Login
        login: String,
        /// Id of the person
        person: String,
    },
    /// Check a county folder and say every fault
    CheckCounty {
        /// The folder
        folder: PathBuf,
    },
    /// Print the description of the API
    Openapi,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| {
        EnvFilter::new("info,rocket=error,sqlx=warn,sea_orm_migration=warn,tokio_cron_scheduler=warn,yizhi_app::routes=error")
    });
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), StartError> {
    match command {
        Command::Serve {
            places,
            address,
            port,
            clock,
        } => serve(&places, address, port, clock).await,
        Command::Rebuild { places } => {
            let streams = open(&places, None, false).await?.store.rebuild().await?;
            println!("rebuilt the projections of {streams} streams");
            Ok(())
        }
        Command::Job { places, name } => {
            let done = jobs::run(&open(&places, None, false).await?, &name)
                .await
                .map_err(fault)?;
            let done = done.ok_or(StartError::Trial("there is no job of this name"))?;
            println!("{name}: {done}");
            Ok(())
        }
        Command::Account {
            places,
            login,
            person,
        } => make_account(&places, login, &person).await,
        Command::CheckCounty { folder } => {
            let county = start::parse_county(&start::read_folder(&folder)?)?;
            println!(
                "{}: {} items, no fault",
                county.profile.name,
                county.catalogue.item_count()
            );
            Ok(())
        }
        Command::Openapi => {
            println!("{}", openapi::document());
            Ok(())
        }
    }
}

async fn open(places: &Where, clock: Option<Moment>, scheduler: bool) -> Result<Parts, StartError> {
    std::fs::create_dir_all(&places.data).map_err(|source| StartError::Read {
        path: places.data.display().to_string(),
        source,
    })?;
    let file = places.data.join(if places.trial {
        "trial.sqlite"
    } else {
        "yizhi.sqlite"
    });
    let database = places
        .database
        .clone()
        .unwrap_or_else(|| format!("sqlite:{}?mode=rwc", file.display()));
    let files = places
        .data
        .join(if places.trial { "trial-files" } else { "files" });
    let found = Places {
        database,
        files,
        county: places.county.clone(),
    };
    start::parts(&found, places.trial, clock, scheduler).await
}

async fn serve(places: &Where, address: IpAddr, port: u16, clock: Option<Moment>) -> Result<(), StartError> {
    if places.trial && !address.is_loopback() {
        return Err(StartError::Trial("a trial is served on a loopback address only"));
    }
    if clock.is_some() && !places.trial {
        return Err(StartError::Trial("only a trial has a clock that can be set"));
    }
    let parts = open(places, clock, true).await?;
    let config = rocket::Config {
        address,
        port,
        log_level: rocket::config::LogLevel::Critical,
        ident: rocket::config::Ident::none(),
        ..rocket::Config::release_default()
    };
    greet(&parts).await?;
    let store = parts.store.clone();
    build(&config, parts)
        .attach(AdHoc::on_liftoff("greeting", move |_| {
            Box::pin(async move { println!("listening on http://{address}:{port}") })
        }))
        .launch()
        .await
        .map_err(|error| StartError::Fault(error.to_string()))?;
    store.close().await?;
    Ok(())
}

async fn greet(parts: &Parts) -> Result<(), StartError> {
    let profile = &parts.county.profile;
    println!(
        "{} — {} items, {} people",
        profile.bureau,
        parts.shown().catalogue.item_count(),
        parts.county.roster.iter().count()
    );
    if parts.trial {
        println!(
            "trial: everything and everyone in it is invented. Password of every account: {}",
            trial::PASSWORD
        );
        for account in trial::accounts(parts).await.map_err(fault)? {
            println!("  {:<16} {}", account.login, account.label);
        }
    }
    Ok(())
}

async fn make_account(places: &Where, login: String, person: &str) -> Result<(), StartError> {
    let parts = open(places, None, false).await?;
    let person = PersonId::try_new(person).map_err(|error| StartError::Fault(error.to_string()))?;
    if parts.county.roster.person(&person).is_none() {
        return Err(StartError::Trial("the county has no person with this id"));
    }
    let mut password = String::new();
    std::io::stdin()
        .read_to_string(&mut password)
        .map_err(|source| StartError::Read {
            path: "standard input".to_owned(),
            source,
        })?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    if password.chars().count() < 12 {
        return Err(StartError::Trial("a password has at least 12 characters"));
    }
    let account = Account {
        login,
        person,
        password_hash: hash_password(password).await.map_err(fault)?,
        disabled: false,
    };
    parts.store.save_account(&account).await?;
    println!("the account {} is ready", account.login);
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "used as a function of map_err")]
fn fault(error: yizhi_app::error::ApiError) -> StartError {
    StartError::Fault(format!("{error:?}"))
}
